/* The dossier page's template, built from viewer/ and embedded in the program (cmake/viewer.cmake).
 *
 * The size is 0 when the program was built without the page (PLX_VIEWER=OFF). Constant data: any
 * thread may read it. */
#ifndef PLX_REPORT_VIEWER_HTML_H
#define PLX_REPORT_VIEWER_HTML_H

#include <stddef.h>

extern const unsigned char
    plx__viewer_html[]; /* UTF-8; a zero byte follows that the size does not count */
extern const size_t plx__viewer_html_size; /* bytes */

#endif
