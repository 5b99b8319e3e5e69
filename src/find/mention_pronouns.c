/* Pronouns: who by the tree; he, she, it, they by the most salient chain that fits in gender and
 * number, no further back than a few sentences (weights in the manner of Lappin & Leass 1994). */
#include "find/mention_links.h"
#include "find/quote_cues.h"

static const plx_token *token(const plx_links *l, uint32_t i) { return &l->an->tokens[i]; }

static bool is_relative(const plx_ref *r) {
    return r->lemma.n >= 3 && plx_str_starts(r->lemma, PLX_S("who"));
}
static bool is_possessive(const plx_links *l, const plx_ref *r) {
    return (token(l, r->m.head)->feats & PLX_FEAT_POSS) != 0 ||
           token(l, r->m.head)->deprel == PLX_DEP_nmod_poss;
}
static bool is_reflexive(const plx_ref *r) {
    return plx_str_ends(r->lemma, PLX_S("self")) || plx_str_ends(r->lemma, PLX_S("selves"));
}

static void join_relative(plx_links *l, uint32_t i) {
    const plx_ref *r = &l->refs.p[i];
    uint32_t to = PLX_NONE;
    if (l->an->has_tree) {
        uint32_t a = plx_deps__antecedent(&l->deps, r->m.head);
        if (a != r->m.head) to = l->at_head[a];
    }
    for (uint32_t k = i; to == PLX_NONE && k-- > 0;) { /* what ends right before it, or its comma */
        const plx_ref *o = &l->refs.p[k];
        if (o->sentence != r->sentence) break;
        if (o->m.kind != PLX_PRONOUN && o->m.end <= r->m.begin && r->m.begin - o->m.end <= 1)
            to = k;
    }
    if (to != PLX_NONE && l->refs.p[to].m.type == PLX_PERSON) plx_links__join(l, i, to);
}

static bool agrees(const plx_links *l, const plx_ref *r, uint32_t k) {
    const plx_ref *o = &l->refs.p[k];
    uint8_t g = l->gender[plx_links__root(l, k)];
    if (r->m.plural) { /* groups are "they" too */
        return o->m.plural || o->family ||
               (o->m.type == PLX_ORGANIZATION && o->m.kind != PLX_PRONOUN);
    }
    if (o->m.plural || o->family) return false;
    if (r->m.gender == PLX_NEUTRAL) {
        return o->m.type != PLX_PERSON && (g == PLX_GENDER_UNKNOWN || g == PLX_NEUTRAL);
    }
    if (o->m.type != PLX_PERSON) return false;
    return g == PLX_GENDER_UNKNOWN || g == (uint8_t)r->m.gender;
}

/* Two arguments of one verb are two, unless the second is reflexive or possessive. */
static bool same_clause(const plx_links *l, const plx_ref *r, const plx_ref *o) {
    if (!l->an->has_tree || is_possessive(l, r) || is_reflexive(r)) return false;
    uint32_t a = token(l, r->m.head)->head, b = token(l, o->m.head)->head;
    return a != PLX_NONE && a == b;
}

/* The verb of the clause that a token stands in, or PLX_NONE. */
static uint32_t clause_of(const plx_links *l, uint32_t at) {
    for (int i = 0; i < 5; i++) {
        at = token(l, at)->head;
        if (at == PLX_NONE) return PLX_NONE;
        if (token(l, at)->upos == PLX_UPOS_VERB || token(l, at)->upos == PLX_UPOS_AUX) return at;
    }
    return PLX_NONE;
}

/* "Lee went out with him": him is not the subject of the clause. */
static bool is_subject_above(const plx_links *l, const plx_ref *r, const plx_ref *o) {
    if (!l->an->has_tree || !o->subject || r->subject || is_possessive(l, r) || is_reflexive(r)) {
        return false;
    }
    uint32_t clause = clause_of(l, r->m.head);
    return clause != PLX_NONE && token(l, o->m.head)->head == clause;
}

/* Does anything of the chain stand beside the pronoun under the same verb? */
static bool is_beside(const plx_links *l, uint32_t i, uint32_t root) {
    const plx_ref *r = &l->refs.p[i];
    for (uint32_t k = i; k-- > 0 && l->refs.p[k].sentence == r->sentence;) {
        const plx_ref *o = &l->refs.p[k];
        if (plx_links__root(l, k) != root) continue;
        if (same_clause(l, r, o) || is_subject_above(l, r, o)) return true;
    }
    for (uint32_t k = i + 1; k < l->refs.n && l->refs.p[k].sentence == r->sentence; k++) {
        if (plx_links__root(l, k) == root && same_clause(l, r, &l->refs.p[k])) return true;
    }
    return false;
}

/* "his mother", "his 7-year-old son": the kin noun that the possessive stands before, or PLX_NONE.
 */
static uint32_t kin_behind(const plx_links *l, const plx_ref *r) {
    if (!is_possessive(l, r)) return PLX_NONE;
    for (uint32_t i = r->m.end; i < l->an->n_tokens && i < r->m.end + 6; i++) {
        const plx_token *t = token(l, i);
        if (plx_noun_is_kin(t->lemma)) return i;
        bool between = t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_NUM ||
                       t->upos == PLX_UPOS_NOUN || plx_token_is_punct(t, "-");
        if (!between) return PLX_NONE;
    }
    return PLX_NONE;
}

/* Whoever was named last has the mother, not whoever acts. */
static bool before_kin(const plx_links *l, const plx_ref *r) {
    return kin_behind(l, r) != PLX_NONE;
}

/* Subject of the sentence's own verb, one of saying or thinking, or of what is joined to it. */
static bool leads_sentence(const plx_links *l, const plx_ref *o) {
    uint32_t t = token(l, o->m.head)->head;
    if (t == PLX_NONE || o->quoted != PLX_NONE || o->indefinite) return false;
    plx_str verb = token(l, t)->lemma;
    if (plx_str_eq(verb, PLX_S("ask"))) return false; /* another answers */
    if (o->m.kind != PLX_PRONOUN && !plx_cue__verb(verb)) return false;
    for (int i = 0; i < 6 && t != PLX_NONE; i++) {
        plx_deprel rel = (plx_deprel)token(l, t)->deprel;
        if (rel == PLX_DEP_root) return true;
        if (rel != PLX_DEP_conj && rel != PLX_DEP_parataxis) return false;
        t = token(l, t)->head;
    }
    return false;
}

/* Who says what stands in marks: the subject of a verb of saying in one of its sentences, or in
 * the sentence before where the words go on. */
static void find_speakers(plx_links *l) {
    l->speaker = plx_new_n(l->arena, uint32_t, l->marks.n);
    uint32_t *at = plx_new_n(l->arena, uint32_t, l->marks.n); /* sentence of the verb */
    for (size_t k = 0; k < l->marks.n; k++) l->speaker[k] = at[k] = PLX_NONE;
    if (!l->an->has_tree) return;
    size_t low = 0;
    for (uint32_t i = 0; i < l->refs.n; i++) {
        const plx_ref *r = &l->refs.p[i];
        uint32_t verb = token(l, r->m.head)->head;
        if (!r->subject || r->quoted != PLX_NONE || verb == PLX_NONE) continue;
        if (!plx_cue__verb(token(l, verb)->lemma)) continue;
        plx_span whole = {token(l, l->an->sentences[r->sentence].begin)->span.begin,
                          token(l, l->an->sentences[r->sentence].end - 1)->span.end};
        while (low < l->marks.n && l->marks.p[low].outer.end <= whole.begin) low++;
        for (size_t k = low; k < l->marks.n && l->marks.p[k].outer.begin < whole.end; k++) {
            if (plx_span_contains(l->marks.p[k].outer, token(l, verb)->span)) continue;
            if (l->speaker[k] != PLX_NONE) continue;
            l->speaker[k] = i;
            at[k] = r->sentence;
        }
    }
    for (size_t k = 1; k < l->marks.n; k++) { /* "…," Lee said. "…" */
        if (l->speaker[k] != PLX_NONE || l->speaker[k - 1] == PLX_NONE) continue;
        uint32_t s = at[k - 1] + 1;
        if (s >= l->an->n_sentences) continue;
        plx_span first = token(l, l->an->sentences[s].begin)->span;
        plx_span last = token(l, l->an->sentences[s].end - 1)->span;
        plx_span outer = l->marks.p[k].outer;
        if (outer.begin > first.begin || outer.end < last.begin) continue;
        l->speaker[k] = l->speaker[k - 1];
        uint32_t end = s;
        while (end + 1 < l->an->n_sentences &&
               token(l, l->an->sentences[end + 1].begin)->span.begin < outer.end) {
            end++;
        }
        at[k] = end;
    }
}

/* Nobody says "he" of himself. */
static bool is_speaker(const plx_links *l, const plx_ref *r, uint32_t root) {
    if (r->quoted == PLX_NONE || r->m.plural) return false;
    uint32_t who = l->speaker[r->quoted];
    return who != PLX_NONE && plx_links__root(l, who) == root;
}

/* "It" stands for an event or for nothing more often than for who is named: only what says or
 * does something is taken for a body. */
static bool acts(const plx_links *l, const plx_ref *r) {
    uint32_t verb = token(l, r->m.head)->head;
    if (!r->subject || verb == PLX_NONE || token(l, verb)->upos != PLX_UPOS_VERB) return false;
    if (plx_deps__is_passive(&l->deps, verb)) return false;
    static const char *const events[] = {
        "appear", "be",   "become", "begin", "bother", "complicate", "end",  "go",
        "happen", "hurt", "mean",   "occur", "seem",   "start",      "take", "turn"};
    for (size_t i = 0; i < PLX_COUNT(events); i++) {
        if (plx_str_eq(token(l, verb)->lemma, plx_str_of(events[i]))) return false;
    }
    if (plx_cue__verb(token(l, verb)->lemma)) return true;
    return plx_deps__child(&l->deps, verb, PLX_DEP_obj) != PLX_NONE ||
           plx_deps__child(&l->deps, verb, PLX_DEP_xcomp) != PLX_NONE;
}

static double salience(const plx_links *l, uint32_t i, uint32_t k, uint32_t n_mentions) {
    const plx_ref *r = &l->refs.p[i], *o = &l->refs.p[k];
    double apart = (double)(r->sentence - o->sentence);
    double s = 100 / (1 + apart);
    plx_deprel rel = plx_deps__base((plx_deprel)token(l, o->m.head)->deprel);
    bool kin = before_kin(l, r);
    /* In a tale who acts stays the one spoken of; in somebody's mouth whoever was named last. */
    double stays = r->quoted == PLX_NONE ? 1 : 1 / (1 + apart);
    if (o->subject) s += (kin ? 20 : 60) * stays;
    if (kin && o->sentence == r->sentence) s += 40 - 1.0 * (double)(r->m.begin - o->m.begin);
    if (rel == PLX_DEP_obj || rel == PLX_DEP_iobj) s += 25;
    if (rel == PLX_DEP_nmod || rel == PLX_DEP_compound) s -= 15;
    if (o->m.kind == PLX_NAME) s += 15;
    if (o->m.kind == PLX_PRONOUN && plx_str_eq(o->lemma, r->lemma)) s += 15;
    if (o->m.kind == PLX_NOMINAL && o->indefinite) s -= 10;
    if (r->subject && o->subject) s += 15 * stays;
    s += 4 * (double)PLX_MIN(n_mentions, 8u);
    if (r->quoted == PLX_NONE && o->quoted != PLX_NONE) s -= 80;
    if (r->quoted != PLX_NONE && o->quoted == PLX_NONE) s -= 30;
    if (r->m.plural && !o->m.plural) s -= 45; /* a group meant as many */
    if (l->gender[plx_links__root(l, k)] == PLX_GENDER_UNKNOWN && !r->m.plural &&
        r->m.gender != PLX_NEUTRAL) {
        s -= 25;
    }
    if (o->sentence == r->sentence) s -= 0.3 * (double)(r->m.begin - o->m.begin);
    return s;
}

enum {
    LOOKED_BACK = 5, /* sentences, this one too */
    JUST_SPOKE = 20  /* what speaks for who led the sentence before */
};

/* Who leads each sentence that is looked back at, of those who agree; PLX_NONE = nobody. */
static void find_leaders(const plx_links *l, uint32_t i, uint32_t lead[LOOKED_BACK]) {
    for (uint32_t s = 0; s < LOOKED_BACK; s++) lead[s] = PLX_NONE;
    const plx_ref *r = &l->refs.p[i];
    if (!l->an->has_tree || before_kin(l, r)) return;
    for (uint32_t k = i, tried = 0; k-- > 0 && tried < 120; tried++) {
        const plx_ref *o = &l->refs.p[k];
        uint32_t apart = r->sentence - o->sentence;
        if (apart >= LOOKED_BACK) break;
        if (!apart || !o->subject || !agrees(l, r, k) || !leads_sentence(l, o)) continue;
        /* Of several verbs the last, of several subjects of one verb the first. */
        bool other = lead[apart] != PLX_NONE &&
                     token(l, l->refs.p[lead[apart]].m.head)->head != token(l, o->m.head)->head;
        if (!other && !is_beside(l, i, plx_links__root(l, k))) lead[apart] = k;
    }
}

/* Is the chain called somebody's kin in this sentence? */
static bool is_kin_here(const plx_links *l, uint32_t i, uint32_t root) {
    uint32_t sentence = l->refs.p[i].sentence;
    for (uint32_t k = i; k-- > 0 && l->refs.p[k].sentence == sentence;) {
        const plx_ref *o = &l->refs.p[k];
        if (o->m.kind == PLX_NOMINAL && o->possessor != PLX_NONE && plx_noun_is_kin(o->lemma) &&
            plx_links__root(l, k) == root) {
            return true;
        }
    }
    return false;
}

/* "Lee, 36, and his wife": Lee's. "Lee, his son, Roe, and his wife": still Lee's. The ref that ends
 * right before "and", over an age, or the possessive of the sentence's kin before; or PLX_NONE. */
static uint32_t coupled_with(const plx_links *l, uint32_t i) {
    const plx_ref *r = &l->refs.p[i];
    if (r->m.plural || r->m.begin < 2 || !before_kin(l, r)) return PLX_NONE;
    uint32_t at = r->m.begin, first = l->an->sentences[r->sentence].begin;
    bool and = plx_token_is(token(l, at - 1), "and");
    if (!and&&!plx_token_is_punct(token(l, at - 1), ",")) return PLX_NONE;
    while (--at > first && r->m.begin - at < 5) {
        const plx_token *t = token(l, at - 1);
        if (t->upos != PLX_UPOS_NUM && !plx_token_is_punct(t, ",")) break;
    }
    for (uint32_t k = i; k-- > 0 && l->refs.p[k].sentence == r->sentence;) {
        const plx_ref *o = &l->refs.p[k];
        if (o->m.kind == PLX_PRONOUN) {
            if (plx_str_eq(o->lemma, r->lemma) && before_kin(l, o)) return k;
            continue;
        }
        if (o->m.end != at || !agrees(l, r, k)) continue;
        if (and&&!is_kin_here(l, i, plx_links__root(l, k))) return k;
    }
    return PLX_NONE;
}

static void join_personal(plx_links *l, uint32_t i, uint32_t *seen) {
    const plx_ref *r = &l->refs.p[i];
    uint32_t couple = coupled_with(l, i);
    if (couple != PLX_NONE) {
        plx_links__join(l, i, couple);
        return;
    }
    uint32_t reach = r->m.gender == PLX_NEUTRAL ? 1 : r->m.plural ? 2 : 4;
    double best = 0;
    uint32_t to = PLX_NONE;
    bool it = plx_str_eq(r->lemma, PLX_S("it")) && l->an->has_tree;
    if (it && !acts(l, r)) return;
    uint32_t kin = kin_behind(l, r), own = PLX_NONE;
    if (kin != PLX_NONE && l->at_head[kin] != PLX_NONE) own = plx_links__root(l, l->at_head[kin]);
    uint32_t lead[LOOKED_BACK];
    find_leaders(l, i, lead);
    for (uint32_t k = i, tried = 0; k-- > 0 && tried < 120; tried++) {
        const plx_ref *o = &l->refs.p[k];
        uint32_t apart = r->sentence - o->sentence;
        if (apart > reach) break;
        if (o->m.end > r->m.begin || !agrees(l, r, k)) continue;
        uint32_t root = plx_links__root(l, k);
        if (is_beside(l, i, root) || is_speaker(l, r, root)) continue;
        if (it && !o->subject) continue;
        if (own != PLX_NONE && root == own) continue; /* "Ann, his daughter": not Ann's */
        double s = salience(l, i, k, seen[root]);
        if (apart == 1 && lead[1] == k) s += JUST_SPOKE;
        if (s > best) {
            best = s;
            /* "Lee said Roe had left. He ...": Lee, however often Roe was named. */
            bool other = o->subject && apart < LOOKED_BACK && lead[apart] != PLX_NONE &&
                         !is_speaker(l, r, plx_links__root(l, lead[apart]));
            to = other ? lead[apart] : k;
        }
    }
    if (to != PLX_NONE) plx_links__join(l, i, to);
}

void plx_links__pronouns(plx_links *l) {
    find_speakers(l);
    uint32_t *seen = plx_new_n(l->arena, uint32_t, l->refs.n);
    for (uint32_t i = 0; i < l->refs.n; i++) {
        if (l->refs.p[i].m.kind == PLX_PRONOUN) {
            if (is_relative(&l->refs.p[i])) {
                join_relative(l, i);
            } else {
                join_personal(l, i, seen);
            }
        }
        seen[plx_links__root(l, i)]++;
    }
}
