/* Differences between accounts: for each kind a small invented story in which it must be found, and
 * stories in which nothing may be. */
#include <stdio.h>

#include "support/support.h"

#include "pipeline.h"

enum { MOST = 3 };

typedef struct made {
    plx_arena arenas[MOST];
    plx_account accounts[MOST];
    plx_work_item items[MOST];
    plx_dossier_made dossier;
    const plx_story *story;
} made;

typedef struct told {
    const char *text, *published;
} told;

static plx_lang *lang;

static void make(made *m, const told *accounts, size_t n) {
    static const char *const paths[MOST] = {"a.txt", "b.txt", "c.txt"};
    memset(m, 0, sizeof *m);
    for (size_t i = 0; i < n; i++) {
        plx_arena_init(&m->arenas[i], PLX_GIB);
        m->accounts[i].path = plx_str_of(paths[i]);
        m->accounts[i].text = plx_str_of(accounts[i].text);
        m->accounts[i].published = plx_str_of(accounts[i].published);
        m->items[i].arena = &m->arenas[i];
        m->items[i].account = &m->accounts[i];
    }
    plx_pipeline_options options = {.lang = lang, .one_story = true};
    plx_error err;
    plx_pipeline_annotate(m->items, n, &options);
    assert_int_equal(plx_pipeline_dossier(m->items, n, &options, &m->dossier, &err), PLX_OK);
    m->story = m->dossier.dossier.stories[0];
}

static void release(made *m) {
    plx_dossier_release(&m->dossier);
    for (size_t i = 0; i < MOST; i++) plx_arena_release(&m->arenas[i]);
}

/* Has the position a place in the account whose words contain `words`? */
static bool says(const plx_story *s, const plx_position *p, uint32_t account, const char *words) {
    for (size_t i = 0; i < p->at.n; i++) {
        plx_str text = plx_str_at(s->accounts[p->at.p[i].account]->text, p->at.p[i].span);
        if (p->at.p[i].account == account && plx_str_contains(text, plx_str_of(words))) return true;
    }
    return false;
}

/* The difference that sets words of account 0 against words of account 1 in another position. */
static const plx_difference *between(const plx_story *s, const char *a, const char *b) {
    for (size_t d = 0; d < s->differences.n; d++) {
        const plx_difference *x = &s->differences.p[d];
        for (size_t i = 0; i < x->positions.n; i++) {
            for (size_t k = 0; k < x->positions.n; k++) {
                if (i != k && says(s, &x->positions.p[i], 0, a) &&
                    says(s, &x->positions.p[k], 1, b)) {
                    return x;
                }
            }
        }
    }
    return NULL;
}

static void print_all(const plx_story *s) {
    for (size_t d = 0; d < s->differences.n; d++) {
        const plx_difference *x = &s->differences.p[d];
        printf("  %s %.*s:", plx_difference_kind_name(x->kind), PLX_FMT(x->about));
        for (size_t i = 0; i < x->positions.n; i++) {
            printf(" [%.*s]", PLX_FMT(x->positions.p[i].value));
        }
        printf("\n");
    }
}

static void expect(const told *accounts, size_t n, plx_difference_kind kind, const char *a,
                   const char *b) {
    made m;
    make(&m, accounts, n);
    const plx_difference *x = between(m.story, a, b);
    if (!x || x->kind != kind) {
        print_all(m.story);
        fail_msg("expected %s: \"%s\" against \"%s\"", plx_difference_kind_name(kind), a, b);
    }
    assert_true(x->why.n > 0 && x->about.n > 0 && x->weight > 0);
    release(&m);
}

/* The words may not be set side by side. */
static void expect_none(const told *accounts, size_t n, const char *a, const char *b) {
    made m;
    make(&m, accounts, n);
    if (between(m.story, a, b)) {
        print_all(m.story);
        fail_msg("expected nothing: \"%s\" against \"%s\"", a, b);
    }
    release(&m);
}

static void another_day(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The council of Arden rejected the harbour tunnel on Tuesday. Mayor Ida Brandt said the "
         "plan was too dear.",
         "2024-05-16"},
        {"The council of Arden rejected the harbour tunnel on Wednesday. Mayor Ida Brandt called "
         "it too dear.",
         "2024-05-16"},
    };
    expect(accounts, 2, PLX_CONFLICT, "Tuesday", "Wednesday");
}

static void a_finer_day(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The painter Nora Lind was released from prison in March 2023 after a long trial.",
         "2024-05-16"},
        {"The painter Nora Lind was freed from prison on March 14, 2023 after a long trial.",
         "2024-05-16"},
    };
    expect(accounts, 2, PLX_PRECISION, "March 2023", "March 14");
}

static void other_bounds(void **state) {
    (void)state;
    static const told accounts[] = {
        {"About 400 farmers blocked the bridge at Tolmer with their tractors on Friday.",
         "2024-05-18"},
        {"More than 400 farmers blocked the bridge at Tolmer with tractors on Friday.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_PRECISION, "About 400", "More than 400");
}

static void another_count(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The avalanche killed 12 skiers above the village of Prenn on Sunday.", "2024-02-12"},
        {"The avalanche killed 19 skiers above the village of Prenn on Sunday.", "2024-02-12"},
    };
    expect(accounts, 2, PLX_CONFLICT, "12", "19");
}

static void a_later_count(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The avalanche killed 12 skiers above the village of Prenn on Sunday.", "2024-02-12"},
        {"The avalanche killed 19 skiers above the village of Prenn on Sunday.", "2024-02-14"},
    };
    expect(accounts, 2, PLX_UPDATE, "12", "19");
}

static void done_or_to_come(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The ministry has closed the airport of Sund to cargo flights.", "2024-05-18"},
        {"The ministry will close the airport of Sund to cargo flights.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "closed", "will close");
}

static void another_house(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The fire broke out at 12 Mill Lane at night. Two families lost their homes.",
         "2024-05-18"},
        {"Firefighters were called to 14 Mill Lane at night. Two families lost their homes.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "12 Mill Lane", "14 Mill Lane");
}

static void another_number_to_call(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Witnesses of the robbery should call the police at (212) 555-8477.", "2024-05-18"},
        {"Witnesses of the robbery should call the police at 212-555-TIPS.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "8477", "TIPS");
}

static void another_word(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Twelve monks were killed in the massacre at the abbey of Lorn in 1944.", "2024-05-18"},
        {"Twelve monks were killed in the attack at the abbey of Lorn in 1944.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "massacre", "attack");
}

static void counted_in(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The president announced new tariffs on steel from Vardia on Monday.", "2024-05-18"},
        {"The president announced new tariffs on steel and aluminum from Vardia on Monday.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_PRECISION, "steel", "aluminum");
}

static void another_title(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Prime Minister Ode Karr met the Vardian leader Ilian Dost in the capital.", "2024-05-18"},
        {"Prime Minister Ode Karr met the Vardian dictator Ilian Dost in the capital.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "leader", "dictator");
}

static void another_spelling(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The ferry's captain, Yuri Melnikov, was rescued. Melnikov thanked the crew.",
         "2024-05-18"},
        {"The captain of the ferry, Yury Melnikov, was rescued from the sea.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "Yuri", "Yury");
}

static void another_office(void **state) {
    (void)state;
    static const told accounts[] = {
        {"On Monday the town's police chief Mira Stolt closed the north quay.", "2024-05-18"},
        {"On Monday police superintendent Mira Stolt closed the north quay.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "chief", "superintendent");
}

static void more_of_a_name(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The engineer Robert S. Venn resigned on Monday. Venn gave no reason.", "2024-05-18"},
        {"The engineer Robert Venn resigned on Monday. Venn gave no reason.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "Robert S. Venn", "Robert Venn");
}

static void another_word_in_a_quotation(void **state) {
    (void)state;
    static const told accounts[] = {
        {"\"We will look at the bridges, the tunnel near Calder and all the roads that lead to the "
         "harbour,\" the minister Jon Hask said.",
         "2024-05-18"},
        {"\"We will look at the bridges, the canal near Calder and all the roads that lead to the "
         "harbour,\" the minister Jon Hask said.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "tunnel", "canal");
}

static void another_place(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The minister Jon Hask met the banker Piet Moll in London on Monday.", "2024-05-18"},
        {"The minister Jon Hask met the banker Piet Moll in England on Monday.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_PRECISION, "London", "England");
}

static void another_amount(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Nobody has been arrested. The reward has been increased to $5,000.", "2024-05-18"},
        {"Whoever knows more could receive a reward of up to $2,500, the town said.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "5,000", "2,500");
}

static void another_aim(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The minister Jon Hask has threatened to scrap the harbour treaty with Vardia.",
         "2024-05-18"},
        {"The minister Jon Hask has threatened to pull out of the harbour treaty with Vardia.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "scrap", "pull out");
}

static void another_given_name(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The head of the firm, Dorin Hask, was fined on Monday. Hask said nothing.", "2024-05-18"},
        {"The builder Daniel Hask was fined on Monday. Hask said nothing.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "Dorin Hask", "Daniel Hask");
}

static void another_length(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The strike in the harbour of Arden lasted 15 days.", "2024-05-18"},
        {"Dockers in Arden went back to work after a strike of two weeks.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_PRECISION, "15 days", "two weeks");
}

static void another_crowd(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Some 2,000 people marched through Arden on Monday.", "2024-05-18"},
        {"The union counted 2,300 workers in the march.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_PRECISION, "2,000", "2,300");
}

static void another_tally(void **state) {
    (void)state;
    static const told accounts[] = {
        {"One person was killed and five others were hurt when a stand collapsed in Arden.",
         "2024-05-18"},
        {"The collapse at the stadium left one spectator dead and six others injured. A crane "
         "driver is being questioned.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "five others", "six others");
}

static void tallies_of_other_events(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Nine people were injured when a tram left the rails in Arden on Friday.", "2024-05-18"},
        {"A tram left the rails in Arden on Friday. Just over a year ago, four people were injured "
         "when a bus hit a tram there.",
         "2024-05-18"},
    };
    expect_none(accounts, 2, "Nine people", "four people");
}

static void of_one_thing_without_a_link(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The robber fired 15 to 18 rounds into the ceiling of the bank in Tolmer.", "2024-05-18"},
        {"According to the court, Hask fired 12 rounds before he gave up.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "15 to 18", "12 rounds");
}

static void all_of_them(void **state) {
    (void)state;
    static const told accounts[] = {
        {"All four miners were hit by falling rock in the shaft at Prenn on Monday.", "2024-05-18"},
        {"Rock fell in the shaft at Prenn on Monday, hitting four miners.", "2024-05-18"},
    };
    expect_none(accounts, 2, "All four", "four miners");
}

static void two_patients(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Officer Ida Brandt was shot in Arden. Brandt was in serious condition on Friday, the "
         "hospital said.",
         "2024-05-18"},
        {"An officer was shot in Arden. The suspect was in critical condition at 11 a.m. Friday, "
         "the hospital said.",
         "2024-05-18"},
    };
    expect_none(accounts, 2, "serious condition", "critical condition");
}

static void a_site_in_a_town(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Two men were hurt outside a downtown Arden club. The mayor of Arden spoke of a bad "
         "night.",
         "2024-05-18"},
        {"Two men were hurt at a Arden nightclub. The mayor of Arden spoke of a bad night.",
         "2024-05-18"},
    };
    expect_none(accounts, 2, "club", "nightclub");
}

static void two_spellings_in_a_quotation(void **state) {
    (void)state;
    static const told accounts[] = {
        {"\"The people of the ninth ward have paid for the harbour with their labour for too "
         "long,\" "
         "Mayor Ida Brandt said on Monday.",
         "2024-05-18"},
        {"\"The people of the 9th ward have paid for the harbor with their labor for too long,\" "
         "Mayor Ida Brandt said on Monday.",
         "2024-05-18"},
    };
    expect_none(accounts, 2, "ninth", "9th");
    expect_none(accounts, 2, "labour", "labor");
}

static void a_clock_whose_day_is_guessed(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The forger Jon Hask was arrested Saturday afternoon in Vardia. Hask said nothing.",
         "2024-05-20"},
        {"The forger Jon Hask was arrested at around 4:15 p.m. in Vardia. Hask said nothing.",
         "2024-05-22"},
    };
    made m;
    make(&m, accounts, 2);
    const plx_difference *x = between(m.story, "Saturday", "4:15");
    assert_true(!x || x->kind != PLX_CONFLICT);
    release(&m);
}

static void over_two_quotations(void **state) {
    (void)state;
    static const told accounts[] = {
        {"President Ida Brandt thanked them. \"I must thank the harbour guard for this "
         "humanitarian "
         "gesture,\" Brandt said.",
         "2024-05-18"},
        {"President Ida Brandt met the crew. \"The guard answered our call and this was a "
         "humanitarian act,\" Brandt said.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_VARIANT, "gesture", "act");
}

static void two_defendants(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Piet Moll was arrested in Arden. Moll is held on a bail of $500,000.", "2024-05-18"},
        {"Jon Hask was arrested in Arden. Hask is held on a bail of $100,000.", "2024-05-18"},
    };
    expect_none(accounts, 2, "500,000", "100,000");
}

static void father_and_son(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Mark Roe, 40, died in the fire at Tolmer on Monday. Roe was a baker.", "2024-05-18"},
        {"Mark Roe, 5, died in the fire at Tolmer on Monday. Roe was at school.", "2024-05-18"},
    };
    expect_none(accounts, 2, "40", "5");
}

static void another_street(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The baker was robbed in her shop at 4006 NW 47th Street, the police of Arden said.",
         "2024-05-18"},
        {"Officers in Arden were called to a robbery at 4006 N.W. 417th St. on Friday night.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "47th", "417th");
}

static void another_block(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The fire began in the 5000 block of Hale Avenue, the fire brigade of Arden said.",
         "2024-05-18"},
        {"Firemen were called to the 5500 block of Hale Avenue in Arden on Friday.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "5000", "5500");
}

static void before_and_after_noon(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Two robbers entered the bank in Arden at about 1:30 a.m. Friday and opened the safe.",
         "2024-05-18"},
        {"According to the warrant, Moll and Hask went to the bank around 1:30 p.m. on Friday.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "1:30 a.m.", "1:30 p.m.");
}

static void the_lone_one(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The police of Arden have identified nine smugglers, three of whom remain at large.",
         "2024-05-18"},
        {"The lone smuggler still on the loose is Jon Hask of Arden, the police said.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "three of whom", "lone smuggler");
}

static void another_charge(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The builder Jon Hask was arrested in Arden on Friday. Hask is charged with capital "
         "murder, "
         "police said.",
         "2024-05-18"},
        {"A man was shot in Arden. The builder Jon Hask has been charged with murder in the death.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_PRECISION, "capital murder", "murder");
}

static void another_hospital(void **state) {
    (void)state;
    static const told accounts[] = {
        {"A woman was hurt when the ice broke on Lake Hale. She was taken to Oakfield Hospital.",
         "2024-05-18"},
        {"The ice broke on Lake Hale. The woman was treated at Marston Hospital in Arden.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_PRECISION, "Oakfield Hospital", "Marston Hospital");
}

static void marks_in_a_name(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The Hale County Sheriff's Office arrested Jon Roe Jr. on Friday. Roe said nothing.",
         "2024-05-18"},
        {"The Hale County Sheriff’s Office arrested Jon Roe, Jr. on Friday. Roe said nothing.",
         "2024-05-18"},
    };
    made m;
    make(&m, accounts, 2);
    print_all(m.story);
    assert_int_equal(m.story->differences.n, 0);
    release(&m);
}

static void killed_and_injured(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Two people were killed and four others were in the hospital after a ferry sank off "
         "Tolmer.",
         "2024-05-18"},
        {"A ferry sank off Tolmer, which killed two teenagers and injured four other people.",
         "2024-05-18"},
    };
    expect_none(accounts, 2, "Two people", "four other people");
}

static void the_house_in_its_block(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Officers came to 1606 E. 44th Street in Arden after the fire, police said.",
         "2024-05-18"},
        {"Officers came to a home in the 1600 block of East 44th Street in Arden after the fire.",
         "2024-05-18"},
    };
    made m;
    make(&m, accounts, 2);
    const plx_difference *x = between(m.story, "1606", "1600 block");
    assert_true(!x || x->kind == PLX_PRECISION);
    release(&m);
}

static void another_of_the_family(void **state) {
    (void)state;
    static const told accounts[] = {
        {"Jon Hask was charged in the deaths of Gary Roe and Piet Moll in Arden on Friday.",
         "2024-05-18"},
        {"Piet Moll and Wayne Roe were killed in Arden on Friday, the police said.", "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "Gary Roe", "Wayne Roe");
}

static void in_whose_hands(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The baker Jon Roe was held by the Harbour Guard for a year. Roe came home on Friday.",
         "2024-05-18"},
        {"The minister met Jon Roe, a baker recently freed by the Northern Front, on Friday. Piet "
         "Moll "
         "had been kidnapped by the Northern Front, too.",
         "2024-05-18"},
    };
    expect(accounts, 2, PLX_CONFLICT, "Harbour Guard", "Northern Front");
}

static void nothing_differs(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The council of Arden rejected the harbour tunnel on Tuesday. About 400 people had come.",
         "2024-05-16"},
        {"The council of Arden rejected the harbour tunnel on Tuesday. About 400 people had come.",
         "2024-05-16"},
    };
    made m;
    make(&m, accounts, 2);
    print_all(m.story);
    assert_int_equal(m.story->differences.n, 0);
    release(&m);
}

/* Two acts are no contradiction, however alike their words. */
static void two_acts_stay_apart(void **state) {
    (void)state;
    static const told accounts[] = {
        {"The court of Arden jailed the banker Piet Moll for six years on Monday. Fifty people "
         "came to the trial.",
         "2024-05-18"},
        {"A court in Vardia fined the brewer Jon Hask 300 crowns on Friday. Twelve people signed "
         "a letter for him.",
         "2024-05-18"},
    };
    made m;
    make(&m, accounts, 2);
    print_all(m.story);
    for (size_t i = 0; i < m.story->differences.n; i++) {
        assert_int_not_equal(m.story->differences.p[i].kind, PLX_CONFLICT);
    }
    release(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_day),
        cmocka_unit_test(a_finer_day),
        cmocka_unit_test(other_bounds),
        cmocka_unit_test(another_count),
        cmocka_unit_test(a_later_count),
        cmocka_unit_test(done_or_to_come),
        cmocka_unit_test(another_house),
        cmocka_unit_test(another_number_to_call),
        cmocka_unit_test(another_word),
        cmocka_unit_test(counted_in),
        cmocka_unit_test(another_title),
        cmocka_unit_test(another_spelling),
        cmocka_unit_test(another_office),
        cmocka_unit_test(more_of_a_name),
        cmocka_unit_test(another_word_in_a_quotation),
        cmocka_unit_test(another_place),
        cmocka_unit_test(another_amount),
        cmocka_unit_test(another_aim),
        cmocka_unit_test(another_given_name),
        cmocka_unit_test(another_length),
        cmocka_unit_test(another_crowd),
        cmocka_unit_test(another_tally),
        cmocka_unit_test(tallies_of_other_events),
        cmocka_unit_test(of_one_thing_without_a_link),
        cmocka_unit_test(all_of_them),
        cmocka_unit_test(two_patients),
        cmocka_unit_test(a_site_in_a_town),
        cmocka_unit_test(two_spellings_in_a_quotation),
        cmocka_unit_test(a_clock_whose_day_is_guessed),
        cmocka_unit_test(over_two_quotations),
        cmocka_unit_test(two_defendants),
        cmocka_unit_test(father_and_son),
        cmocka_unit_test(another_street),
        cmocka_unit_test(another_block),
        cmocka_unit_test(before_and_after_noon),
        cmocka_unit_test(the_lone_one),
        cmocka_unit_test(another_charge),
        cmocka_unit_test(another_hospital),
        cmocka_unit_test(marks_in_a_name),
        cmocka_unit_test(killed_and_injured),
        cmocka_unit_test(the_house_in_its_block),
        cmocka_unit_test(another_of_the_family),
        cmocka_unit_test(in_whose_hands),
        cmocka_unit_test(nothing_differs),
        cmocka_unit_test(two_acts_stay_apart),
    };
    if (!plx_test_open_language(&lang)) {
        return PLX_TEST_SKIPPED;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    plx_lang_free(lang);
    return failed;
}
