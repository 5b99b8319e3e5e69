/* Differences: accounts that give different values for the same thing. Few and right beats many: a
 * difference needs a solid link between the places that it sets side by side, and values that
 * really differ. What they are, each finder tells at its top; here they are put together and
 * ranked. */
#include "base/vec.h"
#include "reconcile/difference_pool.h"
#include "reconcile/reconcile.h"

#include <stdlib.h>

void plx_difference__put(plx_difference *d, plx_str value, plx_at at, plx_arena *arena) {
    size_t i = 0;
    while (i < d->positions.n && !plx_str_eq(d->positions.p[i].value, value)) {
        i++;
    }
    if (i == d->positions.n) {
        plx_vec_push(&d->positions, arena, (plx_position){.value = value});
    }
    plx_position *p = &d->positions.p[i];
    for (size_t k = 0; k < p->at.n; k++) {
        if (p->at.p[k].account == at.account && plx_span_eq(p->at.p[k].span, at.span)) {
            return;
        }
    }
    plx_vec_push(&p->at, arena, at);
}

void plx_difference__in_own_words(const plx_story *s, plx_difference *d) {
    for (size_t i = 0; i < d->positions.n; i++) {
        plx_at at = d->positions.p[i].at.p[0];
        d->positions.p[i].value = plx_str_at(s->accounts[at.account]->text, at.span);
    }
}

static bool has_account(const plx_position *p, uint32_t account) {
    for (size_t i = 0; i < p->at.n; i++) {
        if (p->at.p[i].account == account) {
            return true;
        }
    }
    return false;
}

static bool has_more(const plx_position *a, const plx_position *b) {
    for (size_t i = 0; i < a->at.n; i++) {
        if (!has_account(b, a->at.p[i].account)) {
            return true;
        }
    }
    return false;
}

/* Is there a position with an account that another position lacks? Else each account just varies
 * its words. */
static bool divides_accounts(const plx_difference *d) {
    for (size_t i = 0; i < d->positions.n; i++) {
        for (size_t k = i + 1; k < d->positions.n; k++) {
            const plx_position *a = &d->positions.p[i], *b = &d->positions.p[k];
            if (has_more(a, b) || has_more(b, a)) {
                return true;
            }
        }
    }
    return false;
}

void plx_difference__add(plx_story *s, plx_difference *d, plx_arena *arena) {
    if (d->positions.n >= 2 && divides_accounts(d)) {
        plx_vec_push(&s->differences, arena, *d);
    }
}

double plx_difference__salience(const plx_story *s, uint32_t entity) {
    if (entity == PLX_NONE) {
        return 0;
    }
    size_t most = 1;
    for (size_t i = 0; i < s->entities.n; i++) {
        most = PLX_MAX(most, s->entities.p[i].mentions.n);
    }
    return (double)s->entities.p[entity].mentions.n / (double)most;
}

plx_str plx_difference__short(plx_str text, size_t most, plx_arena *arena) {
    char *out = plx_arena_alloc(arena, text.n + 4, 1);
    size_t n = 0, last_blank = 0;
    bool blank = false, cut = false;
    for (size_t i = 0; i < text.n; i++) {
        if ((unsigned char)text.p[i] <= ' ') {
            blank = n > 0;
            continue;
        }
        if (blank) {
            last_blank = n;
            out[n++] = ' ';
            blank = false;
        }
        if (n >= most && last_blank) {
            n = last_blank;
            cut = true;
            break;
        }
        out[n++] = text.p[i];
    }
    if (cut) {
        static const char ellipsis[] = {'\xE2', '\x80', '\xA6'};
        memcpy(out + n, ellipsis, sizeof ellipsis);
        n += sizeof ellipsis;
    }
    return plx_str_n(out, n);
}

static int heavier_first(const void *x, const void *y) {
    const plx_difference *a = x, *b = y;
    if (a->weight != b->weight) {
        return a->weight > b->weight ? -1 : 1;
    }
    plx_at p = a->positions.p[0].at.p[0], q = b->positions.p[0].at.p[0];
    if (p.account != q.account) {
        return p.account < q.account ? -1 : 1;
    }
    int c = plx_span_cmp(p.span, q.span);
    return c ? c : plx_str_cmp(a->about, b->about);
}

static bool meet(const plx_position *a, const plx_position *b) {
    for (size_t i = 0; i < a->at.n; i++) {
        for (size_t k = 0; k < b->at.n; k++) {
            if (a->at.p[i].account == b->at.p[k].account &&
                plx_span_overlap(a->at.p[i].span, b->at.p[k].span) > 0) {
                return true;
            }
        }
    }
    return false;
}

/* Does `b` set the same places against one another as `a` does? Each of its positions has a place
 * in common with another position of `a`. */
static bool tells_again(const plx_difference *a, const plx_difference *b) {
    size_t used = 0;
    if (a->positions.n > 64) {
        return false;
    }
    uint64_t taken = 0;
    for (size_t i = 0; i < b->positions.n; i++) {
        for (size_t k = 0; k < a->positions.n; k++) {
            uint64_t bit = (uint64_t)1 << k;
            if (!(taken & bit) && meet(&a->positions.p[k], &b->positions.p[i])) {
                taken |= bit;
                used++;
                break;
            }
        }
    }
    return used == b->positions.n;
}

void plx_reconcile__differences(plx_story *s, plx_arena *arena) {
    if (s->claim_units) {
        plx_links links = plx_reconcile__links(s, arena);
        plx_pool pool = {.s = s, .arena = arena};
        plx_difference__when(&links, &pool);
        plx_difference__how_many(&links, &pool);
        plx_difference__whether(&links, &pool);
        plx_difference__slots(&links, &pool);
        plx_difference__amounts(&links, &pool);
        plx_difference__tallies(&links, &pool);
        plx_difference__details(&links, &pool);
        plx_difference__sources(&links, &pool);
        plx_difference__addresses(s, &pool);
        plx_pool__settle(&pool);
        plx_difference__charges(&links);
        plx_difference__hospitals(&links);
        plx_difference__partners(&links);
    }
    plx_difference__facts(s, arena);
    plx_difference__roles(s, arena);
    plx_difference__quotes(s, arena);
    plx_difference__names(s, arena);
    plx_difference__places(s, arena);
    plx_difference__captors(s, arena);
    if (s->differences.n) {
        qsort(s->differences.p, s->differences.n, sizeof *s->differences.p, heavier_first);
    }
    size_t n = 0;
    for (size_t i = 0; i < s->differences.n; i++) { /* found twice: the heavier stays */
        const plx_difference *x = &s->differences.p[i];
        bool had = false;
        for (size_t k = 0; k < n && !had; k++) {
            plx_difference *before = &s->differences.p[k];
            had = tells_again(before, x);
            if (!had && before->kind == x->kind && tells_again(x, before)) {
                double weight =
                    before->weight; /* the one that has more positions takes its place */
                *before = *x;
                before->weight = weight;
                had = true;
            }
        }
        if (!had) {
            s->differences.p[n++] = s->differences.p[i];
        }
    }
    s->differences.n = n;
}
