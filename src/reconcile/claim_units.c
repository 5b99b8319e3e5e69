#include "reconcile/claim_units.h"

#include "base/vec.h"

#define LEAST_WEIGHT      6.0 /* of a unit's claim: less says nothing that could be compared */
#define LEAST_TERMS       2u
#define LEADING_SENTENCES 3u  /* of an account, headline included */
#define MOST_TOKENS       45u /* of a clause with those below it */
/* Above so many accounts a clause is taken by itself only: others have it so, and memory is not
 * without end. */
#define MANY_ACCOUNTS 400u

static const uint32_t *entities_of_mentions(const plx_story *s, uint32_t account,
                                            plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    uint32_t *out = plx_new_n(arena, uint32_t, an->n_mentions);
    for (size_t m = 0; m < an->n_mentions; m++) {
        out[m] = plx_story_entity_of(s, account, an->mentions[m].chain);
    }
    return out;
}

static bool inside_quote(const plx_annotation *an, plx_span at, uint32_t *chain) {
    for (size_t q = 0; q < an->n_quotes; q++) {
        const plx_quote *x = &an->quotes[q];
        for (size_t k = 0; k < x->n_spans; k++) {
            if (plx_span_overlap(x->spans[k], at) * 2 > plx_span_len(at)) {
                *chain = x->chain;
                return x->kind != PLX_INDIRECT;
            }
        }
    }
    return false;
}

/* "Roe said at a press conference", "Police believe": who spoke or thought, and what they said are
 * other units' words. */
static bool only_reports(const plx_annotation *an, const plx_claim_unit *u, bool has_content) {
    static const plx_str speaking[] = {PLX_S_INIT("add"), PLX_S_INIT("say"), PLX_S_INIT("state"),
                                       PLX_S_INIT("tell")};
    const plx_token *head = &an->tokens[u->head];
    bool speaks = plx_str_lookup(speaking, PLX_COUNT(speaking), head->lemma) != PLX_NONE;
    if (!speaks && !has_content) {
        return false;
    }
    size_t n_words = 0;
    for (size_t i = 0; i < u->claim.n; i++) {
        const plx_claim_term *t = &u->claim.p[i];
        bool object = t->kind == PLX_TERM_WORD && t->part == PLX_PART_OBJECT;
        if (object && !(speaks && has_content)) {
            return false;
        }
        n_words += t->kind != PLX_TERM_ENTITY && t->kind != PLX_TERM_TIME && t->token != u->head &&
                   t->part != PLX_PART_SUBJECT && !object;
    }
    return n_words <= 2;
}

static void add_unit(const plx_story *s, plx_claim_reader *reader, const plx_clause *c,
                     plx_claim_unit u, bool has_content, plx_claim_units *out, plx_arena *arena) {
    const plx_annotation *an = reader->an;
    u.claim = plx_claim_read(reader, u.begin, u.end, c->head, c->subject);
    if (u.claim.weight < LEAST_WEIGHT || u.claim.n < LEAST_TERMS ||
        only_reports(an, &u, has_content)) {
        return;
    }
    uint32_t chain = PLX_NONE;
    u.quoted = inside_quote(an, u.span, &chain);
    u.claimant = plx_story_entity_of(s, u.account, chain);
    u.claim.claimant = u.claimant;
    u.claim.leads = u.sentence < LEADING_SENTENCES;
    plx_vec_push(out, arena, u);
}

static uint32_t first_token_from(const plx_annotation *an, uint32_t token, uint32_t begin) {
    while (token > 0 && an->tokens[token - 1].span.begin >= begin) {
        token--;
    }
    return token;
}

static uint32_t last_token_to(const plx_annotation *an, uint32_t end, uint32_t at) {
    while (end < an->n_tokens && an->tokens[end].span.end <= at) {
        end++;
    }
    return end;
}

static void read_account(const plx_story *s, uint32_t account, plx_claim_units *out,
                         plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    const uint32_t *entities = entities_of_mentions(s, account, arena);
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, entities, arena);
    plx_clauses clauses = plx_find_clauses(an, arena);
    bool *has_content = plx_new_n(arena, bool, clauses.n);
    for (size_t i = 0; i < clauses.n; i++) {
        const plx_clause *c = &clauses.p[i];
        if (c->kind == PLX_CLAUSE_CONTENT && c->parent != PLX_NONE) {
            has_content[c->parent] = true;
        }
    }
    for (size_t i = 0; i < clauses.n; i++) {
        const plx_clause *c = &clauses.p[i];
        if (c->span.begin == c->span.end || plx_account_is_dropped(an->account, c->span)) {
            continue;
        }
        plx_claim_unit u = {.account = account,
                            .span = c->span,
                            .begin = c->begin,
                            .end = c->end,
                            .head = c->head,
                            .subject = c->subject,
                            .cue = c->cue,
                            .kind = c->kind,
                            .sentence = an->tokens[c->begin].sentence,
                            .claimant = PLX_NONE};
        add_unit(s, &reader, c, u, has_content[i], out, arena);
        u.begin = first_token_from(an, c->begin, c->full.begin);
        u.end = last_token_to(an, c->end, c->full.end);
        if (s->n_accounts <= MANY_ACCOUNTS && (u.begin < c->begin || u.end > c->end) &&
            u.end - u.begin <= MOST_TOKENS) {
            u.span = c->full;
            u.with_clauses = true;
            add_unit(s, &reader, c, u, false, out, arena);
        }
    }
}

plx_claim_units plx_reconcile__claim_units(const plx_story *s, plx_arena *arena) {
    plx_claim_units out = {0};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        read_account(s, a, &out, arena);
    }
    plx_claim_counts_init(&out.counts, arena);
    for (size_t i = 0; i < out.n; i++) {
        plx_claim_counts_add(&out.counts, &out.p[i].claim);
    }
    for (size_t i = 0; i < out.n; i++) {
        plx_claim_reweigh(&out.p[i].claim, &out.counts);
    }
    if (s->n_accounts > 1) {
        plx_claim **claims = plx_new_n(arena, plx_claim *, out.n);
        for (size_t i = 0; i < out.n; i++) {
            claims[i] = &out.p[i].claim;
        }
        plx_claims_acquaint(claims, out.n, arena);
    }
    return out;
}
