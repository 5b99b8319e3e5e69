#include "lang/linear.h"

#include "base/hash.h"
#include "base/utf8.h"

static uint32_t hash_of(const char *p, size_t n, uint32_t seed) {
    uint32_t h = 2166136261U ^ (seed * 0x9E3779B9U);
    for (size_t i = 0; i < n; i++) {
        h = (h ^ (unsigned char)p[i]) * 16777619U;
    }
    h ^= h >> 15;
    h *= 0x85EBCA6BU;
    return h ^ h >> 13;
}

static uint32_t mix(uint32_t a, uint32_t b) {
    uint32_t h = (a ^ (b * 0x9E3779B9U + (a << 6) + (a >> 2))) * 0x85EBCA6BU;
    h ^= h >> 13;
    h *= 0xC2B2AE35U;
    return h ^ h >> 16;
}

void plx_linear__view(plx_str form, bool initial, plx_view *out) {
    char low[64], shape[16];
    size_t n = PLX_MIN(form.n, sizeof low), k = 0;
    char last = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)form.p[i];
        bool up = c >= 'A' && c <= 'Z', dig = c >= '0' && c <= '9';
        low[i] = up ? (char)(c + 32) : dig ? '0' : (char)c;
        char s = up ? 'X' : dig ? 'd' : (c >= 'a' && c <= 'z') || c >= 0x80 ? 'x' : (char)c;
        if ((s != last || i < 2) && k < sizeof shape) {
            shape[k++] = s;
        }
        last = s;
    }
    *out = (plx_view){.form = hash_of(form.p, form.n, 1), .lower = hash_of(low, n, 2)};
    for (size_t i = 0; i < 3; i++) {
        out->pre[i] = n > i ? hash_of(low, i + 1, 3 + (uint32_t)i) : 0;
    }
    for (size_t i = 0; i < 4; i++) {
        out->suf[i] = n > i ? hash_of(low + n - i - 1, i + 1, 6 + (uint32_t)i) : 0;
    }
    out->shape = hash_of(shape, k, 11);
    out->initial = initial;
}

#define ADD(x)                                                                                     \
    do {                                                                                           \
        f->h[f->n] = mix((x), (uint32_t)f->n + 1000);                                              \
        f->n++;                                                                                    \
    } while (0)

void plx_linear__tag_features(const plx_view *v, plx_features *f) {
    f->n = 0;
    uint32_t t1 = v[-1].tag, t2 = v[-2].tag;
    ADD(1);
    ADD(v->form);
    ADD(v->lower);
    ADD(v->pre[0]);
    ADD(v->pre[1]);
    ADD(v->pre[2]);
    ADD(v->suf[0]);
    ADD(v->suf[1]);
    ADD(v->suf[2]);
    ADD(v->suf[3]);
    ADD(mix(v->shape, v->initial));
    ADD(v[-1].lower);
    ADD(v[1].lower);
    ADD(v[-2].lower);
    ADD(v[2].lower);
    ADD(v[-1].suf[2]);
    ADD(v[1].suf[2]);
    ADD(mix(v[1].shape, v->shape));
    ADD(t1);
    ADD(mix(t1, t2));
    ADD(mix(t1, v->lower));
    ADD(mix(v[-1].lower, v->lower));
    ADD(mix(v->lower, v[1].lower));
    ADD(mix(t1, v->suf[2]));
    ADD(mix(t1, v[1].suf[1]));
}

void plx_linear__name_features(const plx_view *v, plx_features *f) {
    f->n = 0;
    uint32_t l1 = v[-1].label, l2 = v[-2].label;
    ADD(1);
    ADD(l1);
    ADD(mix(l1, l2));
    ADD(v->form);
    ADD(mix(l1, v->lower));
    ADD(v->pre[2]);
    ADD(v->suf[1]);
    ADD(v->suf[2]);
    ADD(v->suf[3]);
    ADD(mix(v->shape, v->initial));
    ADD(mix(l1, mix(v->shape, v->initial)));
    ADD(v->tag);
    ADD(mix(v->tag, l1));
    ADD(v[-1].lower);
    ADD(v[1].lower);
    ADD(v[-2].lower);
    ADD(v[2].lower);
    ADD(mix(v[-1].shape, v->shape));
    ADD(mix(v[1].shape, v->shape));
    ADD(mix(v[1].tag, v->tag));
    ADD(mix(v[-1].tag, v->tag));
    ADD(mix(v[-1].lower, v->shape));
    ADD(mix(v[1].lower, v->shape));
    ADD(mix(v[-1].form, v->form));
    ADD(mix(v->form, v[1].form));
    ADD(mix(mix(v[-1].shape, v->shape), v[1].shape));
    ADD(mix(v[1].suf[2], v->shape));
    ADD(mix(v[2].lower, v[1].shape));
}

/* ---- transitions ----------------------------------------------------------------------------- */

void plx_linear__begin(plx_state *s, const plx_view *views, uint32_t n) {
    s->views = views;
    s->n = n;
    s->b = 1;
    s->n_stack = 0;
    for (uint32_t i = 0; i <= n + 1; i++) {
        s->head[i] = 0;
        s->left[i] = s->right[i] = s->left2[i] = s->right2[i] = 0;
        s->n_left[i] = s->n_right[i] = 0;
        s->rel[i] = 0;
    }
}

bool plx_linear__done(const plx_state *s) { return s->n_stack == 0 && s->b == s->n + 1; }

bool plx_linear__can(const plx_state *s, int move) {
    if (move == PLX_SHIFT) {
        return s->b <= s->n;
    }
    if (move == PLX_RIGHT) {
        return s->n_stack >= 2;
    }
    return s->n_stack >= 1 && (s->b <= s->n || s->n_stack == 1);
}

void plx_linear__do(plx_state *s, int move, uint8_t rel) {
    if (move == PLX_SHIFT) {
        s->stack[s->n_stack++] = s->b++;
        return;
    }
    uint32_t child = s->stack[--s->n_stack];
    uint32_t head = move == PLX_LEFT ? s->b : s->stack[s->n_stack - 1];
    s->head[child] = head;
    s->rel[child] = rel;
    if (child < head) {
        s->left2[head] = s->left[head];
        s->left[head] = child;
        s->n_left[head]++;
    } else {
        s->right2[head] = s->right[head];
        s->right[head] = child;
        s->n_right[head]++;
    }
}

static const plx_view no_view;

static const plx_view *view(const plx_state *s, uint32_t i) {
    return i == 0 || i > s->n ? &no_view : &s->views[i - 1];
}

void plx_linear__parse_features(const plx_state *s, plx_features *f) {
    f->n = 0;
    uint32_t i0 = s->n_stack > 0 ? s->stack[s->n_stack - 1] : 0;
    uint32_t i1 = s->n_stack > 1 ? s->stack[s->n_stack - 2] : 0;
    uint32_t i2 = s->n_stack > 2 ? s->stack[s->n_stack - 3] : 0;
    uint32_t j0 = s->b, j1 = s->b + 1, j2 = s->b + 2;
    const plx_view *s0 = view(s, i0), *s1 = view(s, i1), *s2 = view(s, i2);
    const plx_view *b0 = view(s, j0), *b1 = view(s, j1), *b2 = view(s, j2);
    uint32_t root = j0 > s->n;
    uint32_t s0t = s0->tag + 1U + (i0 == 0 ? 999U : 0U), s1t = s1->tag + 1U + (i1 == 0 ? 999U : 0U);
    uint32_t b0t = b0->tag + 1U + 999U * root, b1t = b1->tag + 1U + (j1 > s->n ? 999U : 0U);
    uint32_t b2t = b2->tag + 1U, s2t = s2->tag + 1U;
    const plx_view *s0l = view(s, s->left[i0]), *s0r = view(s, s->right[i0]);
    const plx_view *b0l = view(s, j0 <= s->n ? s->left[j0] : 0);
    const plx_view *s1l = view(s, s->left[i1]), *s1r = view(s, s->right[i1]);
    uint32_t s0lr = s->rel[s->left[i0]], s0rr = s->rel[s->right[i0]];
    uint32_t b0lr = j0 <= s->n ? s->rel[s->left[j0]] : 0, s1rr = s->rel[s->right[i1]];
    uint32_t s1lr = s->rel[s->left[i1]];
    uint32_t dist = i0 ? PLX_MIN(j0 - i0, 8U) : 0, dist1 = i1 ? PLX_MIN(i0 - i1, 8U) : 0;
    uint32_t s0v = s->n_left[i0] * 8U + s->n_right[i0];
    ADD(1);
    ADD(s0->lower);
    ADD(s0t);
    ADD(mix(s0->lower, s0t));
    ADD(s1->lower);
    ADD(s1t);
    ADD(mix(s1->lower, s1t));
    ADD(b0->lower);
    ADD(b0t);
    ADD(mix(b0->lower, b0t));
    ADD(b1->lower);
    ADD(b1t);
    ADD(mix(b1->lower, b1t));
    ADD(mix(s2->lower, s2t));
    ADD(s2t);
    ADD(b2t);
    ADD(mix(mix(s0->lower, s0t), mix(b0->lower, b0t)));
    ADD(mix(mix(s0->lower, s0t), b0t));
    ADD(mix(s0t, mix(b0->lower, b0t)));
    ADD(mix(s0->lower, b0->lower));
    ADD(mix(s0t, b0t));
    ADD(mix(b0t, b1t));
    ADD(mix(mix(s0t, s1t), b0t));
    ADD(mix(s0t, s1t));
    ADD(mix(mix(s0->lower, s1t), 7));
    ADD(mix(s0t, s1->lower));
    ADD(mix(s0->lower, s1->lower));
    ADD(mix(mix(b0t, b1t), b2t));
    ADD(mix(mix(s0t, b0t), b1t));
    ADD(mix(mix(s0t, b0t), b0l->tag));
    ADD(mix(mix(s0t, b0t), s0l->tag));
    ADD(mix(mix(s0t, b0t), s0r->tag));
    ADD(mix(mix(s1t, s0t), s0l->tag));
    ADD(mix(mix(s1t, s0t), s1r->tag));
    ADD(mix(mix(s1t, s0t), s0r->tag));
    ADD(mix(mix(s1t, s0t), s2t));
    ADD(mix(s0t, mix(s0lr, s0rr)));
    ADD(mix(b0t, b0lr));
    ADD(mix(s1t, mix(s1lr, s1rr)));
    ADD(mix(s0->lower, s0v));
    ADD(mix(s0t, s0v));
    ADD(mix(dist, mix(s0t, b0t)));
    ADD(mix(dist, s0->lower));
    ADD(mix(dist1, mix(s0t, s1t)));
    ADD(mix(mix(s0->lower, s0rr), b0t));
    ADD(mix(mix(s0->lower, s0lr), s1t));
    ADD(mix(mix(b0->lower, b0lr), s0t));
    ADD(mix(mix(s1->lower, s1rr), s0t));
    ADD(mix(s0r->lower, mix(s0t, b0t)));
    ADD(mix(s1l->lower, mix(s0t, s1t)));
}
