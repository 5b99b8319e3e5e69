/* What only its neighbours tell apart from the article: captions without a credit, repeated
 * passages, promotions of other stories, names and places of work standing alone at the edges. */
#include "read/noise_lines.h"

#include <stdlib.h>

static bool is_one_of(uint32_t hash, const char *words) {
    for (plx_str w, rest = plx_str_of(words); plx_str_split(&rest, ' ', &w);) {
        if (plx_read__word_hash(w.p, w.n) == hash) {
            return true;
        }
    }
    return false;
}

/* ---- captions -----------------------------------------------------------------------------------
 */

/* What a picture shows somebody doing, in the tense of captions. */
static const char depicts[] =
    "addresses arrives attends boards carries chats claps departs embraces exits gathers gestures "
    "greets hands holds hugs kisses kneels laughs leaves lifts listens looks marches meets pauses "
    "points "
    "poses prays reacts sits smiles speaks stands stares talks testifies "
    "throws touches tours visits waits walks watches waves wears welcomes address arrive attend "
    "board carry chat embrace "
    "gather greet hold hug kneel leave listen look march meet pose pray react sit speak stand talk "
    "tour "
    "visit wait walk watch wave welcome gathered pictured seen shown photographed poses posing "
    "stand standing sitting "
    "speaking walking";

static const char past_or_speech[] = "said says told tells according reported announced added "
                                     "wrote asked was were had has have is are will would could "
                                     "can may might did does been be";

/* One sentence in the caption's present tense: "The minister addresses reporters as she leaves the
 * court." */
static bool depicts_scene(const plx_read__lines *ls) {
    size_t verb = SIZE_MAX, small = 0;
    for (size_t i = 0; i < ls->n_tok && i < 24; i++) {
        const plx_read__token *t = &ls->tok[i];
        if (t->kind == PLX_READ_PUNCT) {
            continue;
        }
        if (i > 0 && !t->capital && is_one_of(t->hash, depicts)) {
            verb = i;
            break;
        }
        if (!t->capital) {
            if (is_one_of(t->hash, past_or_speech) ||
                is_one_of(t->hash, "who which that when and but if")) {
                return false;
            }
            small++;
        }
        if (small > 5) {
            return false;
        }
    }
    if (verb == SIZE_MAX || verb == 0 || !ls->tok[0].capital) {
        return false;
    }
    bool scene = false;
    for (size_t i = verb + 1; i < ls->n_tok; i++) {
        const plx_read__token *t = &ls->tok[i];
        if (is_one_of(t->hash, "said says told according added would will could")) {
            return false;
        }
        scene |= i + 1 < ls->n_tok &&
                 (is_one_of(t->hash, "during") ||
                  (is_one_of(t->hash, "as while") &&
                   (ls->tok[i + 1].capital ||
                    is_one_of(ls->tok[i + 1].hash, "he she they it the a his her their"))));
    }
    return scene;
}

/* "Ann Lee, the chair of the board, during its meeting in Oslo last May.": no verb at all */
static bool is_verbless_scene(plx_str text, const plx_read__lines *ls) {
    if (ls->n_tok < 6 || !ls->tok[0].capital || !ls->tok[1].capital) {
        return false;
    }
    bool comma = false, scene = false;
    for (size_t i = 0; i < ls->n_tok; i++) {
        const plx_read__token *t = &ls->tok[i];
        if (t->kind == PLX_READ_PUNCT) {
            comma |= text.p[t->span.begin] == ',' && i > 1 && i < 7;
            continue;
        }
        uint32_t len = t->span.end - t->span.begin;
        plx_str w = plx_str_at(text, t->span);
        if (!t->capital && (is_one_of(t->hash, past_or_speech) || is_one_of(t->hash, depicts) ||
                            (len > 3 && plx_str_ends(w, PLX_S("ed"))))) {
            return false;
        }
        if (!t->capital &&
            is_one_of(t->hash,
                      "who which that made went came got took gave found knew saw met won lost "
                      "left held led ran fell began became kept put set let sent spoke")) {
            return false;
        }
        scene |= comma && is_one_of(t->hash, "during at outside before after in on");
    }
    return comma && scene;
}

/* A clip's description ends with who reports it: "...; Ann Lee reports from Oslo." */
static bool ends_with_reporter(plx_str text, const plx_read__lines *ls) {
    static const char *const ends[] = {
        "; * reports from|on|for|live *",
        "; * has|with the|more *",
        "; * reports|reporting $",
        "correspondent|reporter|anchor|host <name> reports|has|explains|joins *",
        "correspondent|reporter|anchor|host <name> breaks|discusses|speaks|talks *",
        "correspondent <name> reports *"};
    for (size_t i = 1; i < ls->n_tok; i++) {
        size_t end;
        bool sentence =
            text.p[ls->tok[i - 1].span.begin] == '.' && ls->tok[i - 1].kind == PLX_READ_PUNCT;
        if (sentence &&
            (plx_read__match("<name> reports from|live|on|for|$ ", text, ls->tok, ls->n_tok, i,
                             &end) ||
             plx_read__match("<name> has|with the|more story|details|latest|on|$ ", text, ls->tok,
                             ls->n_tok, i, &end)) &&
            ls->n_tok - i <= 20) {
            return true;
        }
        if (text.p[ls->tok[i].span.begin] != ';' && ls->tok[i].kind == PLX_READ_PUNCT) {
            continue;
        }
        for (size_t k = 0; k < PLX_COUNT(ends); k++) {
            bool semi = ends[k][0] == ';';
            if (semi == (text.p[ls->tok[i].span.begin] == ';') && ls->n_tok - i <= 26 &&
                plx_read__match(ends[k], text, ls->tok, ls->n_tok, i, &end)) {
                return true;
            }
        }
    }
    return false;
}

static bool names_positions(plx_str text, const plx_read__lines *ls) {
    for (size_t i = 1; i + 1 < ls->n_tok; i++) {
        char before = text.p[ls->tok[i - 1].span.begin], after = text.p[ls->tok[i + 1].span.begin];
        bool position = is_one_of(ls->tok[i].hash, "left right center centre l r c");
        if (position && ((before == '(' && after == ')') ||
                         (before == ',' && after == ',' && i > 1 && ls->tok[i - 2].capital &&
                          ls->tok[i].span.end - ls->tok[i].span.begin > 1))) {
            return true;
        }
    }
    return ls->n_tok > 2 && is_one_of(ls->tok[0].hash, "from clockwise") &&
           is_one_of(ls->tok[1].hash, "left right from top");
}

void plx_read__noise_captions(plx_str text, plx_read__lines *lines) {
    if (lines->n < 4) {
        return;
    }
    for (size_t i = 0; i < lines->n; i++) {
        plx_read__line *l = &lines->p[i];
        if (l->why || l->quoted || l->words < 5 || l->words > 55 || l->sentences > 2) {
            continue;
        }
        lines->n_tok = plx_read__tokenize(text, l->span, lines->tok, PLX_READ_TOKENS_MAX);
        bool single = l->sentences == 0;
        if (ends_with_reporter(text, lines) ||
            (l->sentences <= 1 && names_positions(text, lines)) ||
            (single && i > 0 &&
             (depicts_scene(lines) || (l->words <= 30 && is_verbless_scene(text, lines))))) {
            plx_read__drop_line(l, "caption");
        }
    }
}

/* ---- repetition ---------------------------------------------------------------------------------
 */

enum { REPEAT_WINDOW = 6, REPEAT_MIN = 7, REPEAT_MAX = 90 };

static bool stands_in(const uint32_t *small, size_t n, const uint32_t *big, size_t m) {
    for (size_t i = 0; i + n <= m; i++) {
        if (big[i] == small[0] && memcmp(big + i, small, n * sizeof *small) == 0) {
            return true;
        }
    }
    return false;
}

void plx_read__noise_repeats(plx_str text, plx_read__lines *lines) {
    (void)text;
    const uint32_t *h = lines->hashes.p;
    for (size_t i = 0; i < lines->n; i++) {
        plx_read__line *l = &lines->p[i];
        if (l->why || l->n_hashes < 3 || l->n_hashes > REPEAT_MAX) {
            continue;
        }
        size_t lo = i > REPEAT_WINDOW ? i - REPEAT_WINDOW : 0,
               hi = PLX_MIN(lines->n, i + REPEAT_WINDOW + 1);
        for (size_t k = lo; k < hi; k++) {
            const plx_read__line *o = &lines->p[k];
            bool same = o->n_hashes == l->n_hashes;
            if (k == i || o->why || o->n_hashes < l->n_hashes || o->n_hashes > 600 ||
                (same && k > i) || (!same && l->n_hashes < REPEAT_MIN)) {
                continue;
            }
            /* a whole line again, or a quotation pulled out of a paragraph */
            if ((same || o->quoted || l->quoted) &&
                stands_in(h + l->hash_at, l->n_hashes, h + o->hash_at, o->n_hashes)) {
                plx_read__drop_line(l, "repeated passage");
                break;
            }
        }
    }
}

/* ---- promotions of other stories ----------------------------------------------------------------
 */

static bool is_content(uint32_t hash, uint32_t n_words_before) {
    (void)n_words_before;
    return !is_one_of(hash, "the a an of to in on at for and or but with from by as is are was "
                            "were be been has have had it "
                            "its this that these those he she they his her their who which what "
                            "when where how not no will "
                            "would can could may after before over under about into out up more "
                            "than all one two said says "
                            "new first last also other some many most only just year years day "
                            "week people time there you "
                            "your we our i");
}

/* How many of the words of lines a..b stand anywhere else in the text; of how many. */
static void shared_words(const plx_read__lines *ls, size_t a, size_t b, const uint32_t *sorted,
                         size_t n_sorted, unsigned *shared, unsigned *of) {
    *shared = *of = 0;
    for (size_t i = a; i <= b; i++) {
        const plx_read__line *l = &ls->p[i];
        for (uint32_t k = 0; k < l->n_hashes; k++) {
            uint32_t x = ls->hashes.p[l->hash_at + k];
            if (!is_content(x, k)) {
                continue;
            }
            unsigned inside = 0, all = 0;
            for (size_t j = a; j <= b; j++) {
                for (uint32_t m = 0; m < ls->p[j].n_hashes; m++) {
                    inside += ls->hashes.p[ls->p[j].hash_at + m] == x;
                }
            }
            size_t lo = 0, hi = n_sorted;
            while (lo < hi) {
                size_t mid = (lo + hi) / 2;
                if (sorted[mid] < x) {
                    lo = mid + 1;
                } else {
                    hi = mid;
                }
            }
            for (; lo < n_sorted && sorted[lo] == x && all <= inside; lo++) {
                all++;
            }
            (*of)++;
            *shared += all > inside;
        }
    }
}

static int by_hash(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* "(Published Friday, Sept. 23, 2016)" ends the description of another page's clip. */
static bool ends_published(plx_str text, const plx_read__lines *ls) {
    size_t end;
    for (size_t i = ls->n_tok > 14 ? ls->n_tok - 14 : 0; i < ls->n_tok; i++) {
        if (plx_read__match("( published|updated|posted|aired|originally|first :? on? "
                            "published|aired|at? on? <time>? <date> * ) $",
                            text, ls->tok, ls->n_tok, i, &end)) {
            return true;
        }
    }
    return false;
}

static bool is_promo_heading(const plx_read__line *l) {
    return !l->why && !l->closed && l->words >= 2 && l->words <= 18 && l->letters >= 2;
}

void plx_read__noise_promos(plx_str text, plx_read__lines *lines) {
    size_t prose = 0;
    for (size_t i = 0; i < lines->n; i++) {
        plx_read__line *l = &lines->p[i];
        if (!l->why && l->words <= 120) {
            lines->n_tok = plx_read__tokenize(text, l->span, lines->tok, PLX_READ_TOKENS_MAX);
            if (ends_published(text, lines)) {
                plx_read__drop_line(l, "promotion");
                if (i > 0 && is_promo_heading(&lines->p[i - 1])) {
                    plx_read__drop_line(&lines->p[i - 1], "promotion");
                }
            }
        }
        prose += !l->why && l->closed && l->words >= 8;
    }
    if (prose < 6 || lines->hashes.n > 20000) {
        return;
    }
    /* A headline and its teaser that share next to nothing with the rest. */
    uint32_t *sorted = NULL;
    for (size_t i = 1; i + 1 < lines->n; i++) {
        plx_read__line *l = &lines->p[i], *p = &lines->p[i + 1];
        if (l->why || p->why || !l->heading || l->words < 4 || !p->closed || p->words < 12 ||
            p->words > 110 || p->quoted) {
            continue;
        }
        if (!sorted) {
            sorted = lines->sorted;
            memcpy(sorted, lines->hashes.p, lines->hashes.n * sizeof *sorted);
            qsort(sorted, lines->hashes.n, sizeof *sorted, by_hash);
        }
        unsigned shared, of;
        shared_words(lines, i, i + 1, sorted, lines->hashes.n, &shared, &of);
        if (of >= 12 && shared * 100u < of * 9u) {
            plx_read__drop_line(l, "promotion");
            plx_read__drop_line(p, "promotion");
        }
    }
}

/* ---- edges --------------------------------------------------------------------------------------
 */

/* A line that is a person's name and nothing else. */
static bool is_bare_name(plx_str text, const plx_read__lines *ls, const plx_read__line *l) {
    size_t end;
    if (l->words < 2 || l->words > 4 || l->caps != l->letters || l->shouted == l->letters) {
        return false;
    }
    for (size_t i = 0; i < ls->n_tok; i++) {
        if (ls->tok[i].kind == PLX_READ_NUMBER ||
            is_one_of(ls->tok[i].hash, "the in on of at for and to is")) {
            return false;
        }
    }
    return plx_read__match("<name> $", text, ls->tok, ls->n_tok, 0, &end);
}

void plx_read__noise_edges(plx_str text, plx_read__lines *lines) {
    size_t seen = 0;
    for (size_t i = 0; i < lines->n && seen < 3; i++) {
        plx_read__line *l = &lines->p[i];
        if (l->why) {
            continue;
        }
        seen++;
        if (l->words > 4 || lines->n < 5) {
            continue;
        }
        lines->n_tok = plx_read__tokenize(text, l->span, lines->tok, PLX_READ_TOKENS_MAX);
        bool after_byline =
            i > 0 && lines->p[i - 1].why && strcmp(lines->p[i - 1].why, "byline") == 0;
        if (is_bare_name(text, lines, l) ||
            (after_byline && !l->closed && l->words <= 3 && l->caps == l->letters)) {
            plx_read__drop_line(l, "byline");
        }
    }
    /* Headlines in capitals between paragraphs link to other stories. */
    for (size_t i = 1; i < lines->n; i++) {
        plx_read__line *l = &lines->p[i];
        if (!l->why && l->letters >= 6 && l->shouted + 1u >= l->letters && !l->quoted &&
            lines->n > 6) {
            plx_read__drop_line(l, "link to another story");
        }
    }
}
