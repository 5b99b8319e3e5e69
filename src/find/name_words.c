/* See name_words.h. */
#include "find/name_words.h"

#include "base/utf8.h"
#include "find/nouns.h"
#include "match/names.h"

bool plx_name__capital(const plx_token *t) {
    size_t pos = 0;
    return t->form.n && plx_cp_is_upper(plx_utf8_next(t->form, &pos));
}
/* Is it one of the words of the list, with a space between two? */
bool plx_name__one_of(const plx_token *t, const char *list) {
    plx_str form = t->form;
    PLX_ASSERT(form.p != NULL || form.n == 0);
    unsigned char first = form.n ? (unsigned char)form.p[0] | 0x20U : 0;
    for (const char *word = list;; word++) {
        const char *end = strchrnul(word, ' ');
        if (((unsigned char)*word | 0x20U) == first && (size_t)(end - word) == form.n &&
            plx_str_eq_nocase(plx_str_n(word, form.n), form)) {
            return true;
        }
        if (!*end) return false;
        word = end;
    }
}

bool plx_name__all_capitals(const plx_token *t) {
    size_t n = 0;
    for (size_t i = 0; i < t->form.n; i++) {
        char c = t->form.p[i];
        if (c == '.') continue;
        if (c < 'A' || c > 'Z') return false;
        n++;
    }
    return n >= 2 && n <= 6;
}

bool plx_name__all_letters_capital(const plx_token *t) {
    for (size_t pos = 0; pos < t->form.n;) {
        uint32_t cp = plx_utf8_next(t->form, &pos);
        if (plx_cp_is_lower(cp) || plx_cp_is_digit(cp)) return false;
    }
    return true;
}

bool plx_name__is_title_word(const plx_token *t, plx_gender *g) {
    char low[20];
    plx_str f = t->form;
    if (f.n && f.p[f.n - 1] == '.') f.n--;
    if (!f.n || f.n > sizeof low) return false;
    for (size_t k = 0; k < f.n; k++) {
        char c = f.p[k];
        low[k] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    plx_str s = plx_str_n(low, f.n);
    return plx_match_is_title(s, g) || plx_noun_is_role(s);
}

bool plx_name__is_given(const plx_token *t) {
    return plx_name__capital(t) && plx_match_given_gender(t->form) != PLX_GENDER_UNKNOWN;
}

bool plx_name__is_quote(const plx_token *t) { return plx_name__one_of(t, "\" “ ” ' ‘ ’ `` ''"); }

const char plx_name__months_days[] =
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct "
    "Nov "
    "Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Mon. Tue. Wed. Thu. Fri. Sat. Sun.";
const char plx_name__org_heads[] =
    "Ministry Department Dept Dept. Police Bureau Agency Committee "
    "Commission Council Court Parliament "
    "Congress Senate Party Union Association Organization Organisation "
    "Federation Foundation Institute "
    "Institution University College School Academy Hospital Clinic "
    "Bank Company Corp Corp. Inc Inc. Ltd "
    "Ltd. Group Authority Office Service Services Force Forces Army "
    "Navy Guard Embassy Consulate Church "
    "League Club Team United FC Airlines Airways Times Post Journal "
    "Herald Tribune News Radio Television "
    "TV Network Press Media Studios Records Industries Holdings "
    "Partners Society Administration Coalition "
    "Terminals Aggregates Construction Shipping Logistics Motors Energy Steel Systems Technologies "
    "Pharmaceuticals Lines Enterprises Ventures Solutions "
    "Alliance Front Movement Brigade Brigades Command Center Centre "
    "Museum Library Board Fund Trust Assembly Tribe Newspapers Newspaper Communications";
const char plx_name__place_heads[] =
    "Street St. Avenue Ave Ave. Road Rd Rd. Drive Boulevard Blvd "
    "Blvd. Lane Square Park Bridge River Lake "
    "Mountain Mountains Mount Island Islands Peninsula Strip County "
    "City Village Town Valley Bay Beach "
    "Airport Station Highway Hills Heights Gardens Sea Ocean Coast "
    "Desert Forest Zone Province Region "
    "District Territory Palace Tower Hotel Plaza Crossing "
    "Hwy Hwy. Parkway Pkwy Freeway Turnpike Mall Playground Apartments Stadium Arena "
    "Townhome Townhomes Alley Villas Estates Manor Ranch Trail Motel Casino Cemetery";
const char plx_name__work_heads[] =
    "Show Memo Memos Act Award Awards Prize Files Papers Tapes Emails "
    "Tournament Cup Amendment Treaty Agreement Pact Accord Accords Doctrine Dossier War Summit "
    "Olympics";
const char plx_name__settlements[] = "kibbutz city town village province district county island";
const char plx_name__joiners[] =
    "of the and for de la del al el bin ibn ben von van der du da & in on at";
