#include "read/html_hints.h"

#include <threads.h>

static const struct {
    plx_read__hint hint;
    const char *words;
} table[] = {
    {PLX_HINT_BODY, "articlebody bodytext articletext storybody postbody entrycontent postcontent "
                    "storytext storycontent "
                    "articlecontent contentbody maintext artikeltext articlecopy richtext newstext "
                    "bodycopy bodymain "
                    "articlemain fulltext mainarticle articleinner textbody"},
    {PLX_HINT_ARTICLE, "article story post entry news blog artikel beitrag noticia wpis articulo "
                       "nota hentry blogpost report "
                       "meldung pagecontent singlepost"},
    {PLX_HINT_CONTENT, "content body text main copy inhalt texto contenu tresc contenido paragraph "
                       "para prose wysiwyg maincontent "
                       "primary txt absatz html inner columns"},
    {PLX_HINT_LEAD, "lead lede intro abstract standfirst summary excerpt deck dek vorspann "
                    "subtitle subhead subheadline "
                    "description chapo teasertext entradilla sapo"},
    {PLX_HINT_TITLE, "title headline heading titel titulo titre hed h1"},
    {PLX_HINT_META, "meta byline author authors date time timestamp dateline info infos published "
                    "pubdate posted postmeta autor "
                    "autoren datum entrymeta kicker dachzeile updated details source quelle "
                    "publication credits written by "
                    "contributor readtime views articleinfo auteur fecha"},
    {PLX_HINT_CAPTION, "caption captions figcaption credit image images img photo photos gallery "
                       "slideshow bild bilder bildunterschrift "
                       "figure video videos player foto fotos wpcaption media imagecaption slide "
                       "slider carousel thumb "
                       "thumbnail copyright picture audio podcast lightbox"},
    {PLX_HINT_COMMENT,
     "comment comments disqus kommentar kommentare respond reply replies discussion livefyre "
     "trackback "
     "trackbacks pingback commentlist comentarios commentaires fbcomments opinions commentform"},
    {PLX_HINT_RELATED, "related recommend recommended recommendations recommendation recirc "
                       "recirculation more similar popular "
                       "trending latest teaser teasers outbrain taboola readmore mostread promo "
                       "suggestions verwandte weitere "
                       "crosslink linkbox seealso alsoread morenews upnext next previous prev mehr "
                       "relatedposts links "
                       "relatedarticles trends topstories mostpopular yarpp zergnet headlines "
                       "moreon relacionadas empfehlungen "
                       "thema themen bestof"},
    {PLX_HINT_SHARE, "share sharing shares sharer social socials addthis sharedaddy facebook "
                     "twitter whatsapp follow teilen "
                     "shariff addtoany sharebar socialmedia sharethis linkedin pinterest compartir "
                     "tools toolbar actions"},
    {PLX_HINT_NAV, "nav navigation navi menu breadcrumb breadcrumbs pager pagination paging toc "
                   "skip tabs navbar topbar "
                   "submenu mainmenu pagenav postnav sitemap anchor brotkrumen search suche"},
    {PLX_HINT_FOOT,
     "footer foot colophon imprint legal disclaimer impressum bottom fuss footnote footnotes"},
    {PLX_HINT_HEAD, "header masthead banner head logo top hero kopf"},
    {PLX_HINT_SIDE, "sidebar aside rail widget widgets side secondary complementary marginal right "
                    "left seitenleiste "
                    "rightcolumn rightcol marginalie sidebars"},
    {PLX_HINT_AD, "ad ads advert adverts advertisement advertising adsense sponsor sponsored "
                  "anzeige anzeigen werbung dfp adslot "
                  "adbox affiliate partner commercial adwrap shopping deals pub publicidad"},
    {PLX_HINT_SIGNUP, "newsletter newsletters subscribe subscription subscriptions signup abo "
                      "paywall login register registration form "
                      "optin subscriber membership premium donate donation piano meter spenden "
                      "contact kontakt cta support"},
    {PLX_HINT_CONSENT, "cookie cookies consent gdpr popup modal overlay dialog notice alert banner "
                       "privacy interstitial tooltip "
                       "adblock notification message onetrust optanon didomi usercentrics "
                       "cookiebot quantcast truste cmp qccmp "
                       "cookielaw cookiebar cookiebanner"},
    {PLX_HINT_TAGS, "tag tags tagged topic topics category categories keywords schlagworte "
                    "schlagwörter label labels taglist "
                    "kategorie kategorien taxonomy filed"},
    {PLX_HINT_QUOTE, "pullquote quote blockquote zitat pullout quotes zitate"},
    {PLX_HINT_EMBED,
     "tweet embed embedded instagram embeds iframe oembed externalcontent twittertweet"},
    {PLX_HINT_BIO, "bio biography aboutauthor profile vita authorbox authorbio authorinfo aboutme "
                   "autorenbox avatar gravatar "
                   "vcard autorbox about"},
    {PLX_HINT_BOX, "box infobox factbox inset module container wrapper group section teaserbox "
                   "panel card cards kasten item "
                   "boxed callout highlight note block"},
    {PLX_HINT_HIDDEN, "hidden hide invisible screenreader visuallyhidden offscreen sr noprint "
                      "print printonly noscript "
                      "mobile desktop accessibility"},
    {PLX_HINT_LIST, "list lists items feed grid row archive listing liste ticker index"},
};

enum { SLOTS = 2048 };
static struct { uint32_t hash, mask; } slots[SLOTS];
static once_flag once = ONCE_FLAG_INIT;

static uint32_t step(uint32_t h, unsigned char c) { return (h ^ c) * 16777619u; }

static void fill(void) {
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        for (plx_str w, rest = plx_str_of(table[i].words); plx_str_split(&rest, ' ', &w);) {
            uint32_t h = 2166136261u;
            for (size_t k = 0; k < w.n; k++) {
                h = step(h, (unsigned char)w.p[k]);
            }
            size_t s = h % SLOTS;
            while (slots[s].mask && slots[s].hash != h) {
                s = (s + 1) % SLOTS;
            }
            slots[s].hash = h;
            slots[s].mask |= 1u << table[i].hint;
        }
    }
}

static uint32_t mask_of(uint32_t h) {
    for (size_t s = h % SLOTS; slots[s].mask; s = (s + 1) % SLOTS) {
        if (slots[s].hash == h) {
            return slots[s].mask;
        }
    }
    return 0;
}

/* Names are split at blanks; a name at hyphens, digits and humps; each part, each pair of
 * neighbouring parts and the whole name are looked up. */
uint32_t plx_read__hints_of(plx_str names) {
    call_once(&once, fill);
    uint32_t mask = 0, part = 2166136261u, pair = 2166136261u, whole = 2166136261u;
    size_t n_part = 0, n_parts = 0;
    uint32_t of_name = 0;
    plx_str s = plx_str_slice(names, 0, 600);
    for (size_t i = 0; i <= s.n; i++) {
        unsigned char c = i < s.n ? (unsigned char)s.p[i] : ' ';
        bool blank = c <= ' ';
        bool upper = c >= 'A' && c <= 'Z';
        bool hump = upper && i > 0 && s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z';
        bool letter = upper || (c >= 'a' && c <= 'z') || c >= 0x80;
        if ((!letter || hump) && n_part) {
            of_name |= mask_of(part);
            if (n_parts) {
                of_name |= mask_of(pair);
            }
            n_parts++;
            pair = part;
            part = 2166136261u;
            n_part = 0;
        }
        if (blank) {
            of_name |= n_parts > 2 ? mask_of(whole) : 0;
            if ((of_name & PLX_HINT_BIT(ARTICLE)) && (of_name & PLX_HINT_BIT(CONTENT))) {
                of_name |= PLX_HINT_BIT(BODY);
            }
            mask |= of_name;
            of_name = 0;
            n_parts = 0;
            whole = 2166136261u;
            part = pair = 2166136261u;
        } else if (letter) {
            unsigned char l = (unsigned char)(upper ? c + 32 : c);
            part = step(part, l);
            pair = n_parts ? step(pair, l) : pair;
            whole = step(whole, l);
            n_part++;
        }
    }
    return mask;
}
