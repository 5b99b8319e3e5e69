/* Functions that this project does not use, made to fail at compile time with a name that says what
 * to use instead.
 *
 * Every file of ours gets this header first, through `-include` (cmake/flags.cmake). It includes
 * the system headers that declare the functions, so that they are declared before the names are
 * taken away; poisoning the names would break those headers themselves. */
#ifndef PLX_BASE_BANNED_H
#define PLX_BASE_BANNED_H

#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* No bound on what is written: plx_buf, snprintf or memcpy. */
#undef strcpy
#define strcpy(...) banned_strcpy_use_memcpy_or_plx_buf
#undef stpcpy
#define stpcpy(...) banned_stpcpy_use_memcpy_or_plx_buf
#undef strcat
#define strcat(...) banned_strcat_use_plx_buf
#undef strncpy
#define strncpy(...) banned_strncpy_use_memcpy
#undef strncat
#define strncat(...) banned_strncat_use_plx_buf
#undef sprintf
#define sprintf(...) banned_sprintf_use_plx_buf_or_snprintf
#undef vsprintf
#define vsprintf(...) banned_vsprintf_use_plx_buf_or_vsnprintf

/* Hidden state, not safe in threads. */
#undef strtok
#define strtok(...) banned_strtok_use_plx_str
#undef gmtime
#define gmtime(...) banned_gmtime_use_gmtime_r
#undef localtime
#define localtime(...) banned_localtime_use_gmtime_r
#undef ctime
#define ctime(...) banned_ctime_use_strftime
#undef asctime
#define asctime(...) banned_asctime_use_strftime
#undef rand
#define rand(...) banned_rand_results_must_not_depend_on_hidden_state
#undef srand
#define srand(...) banned_srand_results_must_not_depend_on_hidden_state

/* No way to tell a wrong number from zero. */
#undef atoi
#define atoi(...) banned_atoi_has_no_errors
#undef atol
#define atol(...) banned_atol_has_no_errors
#undef atof
#define atof(...) banned_atof_has_no_errors

/* The answer depends on the user's locale; bytes over 127 are undefined. */
#undef setlocale
#define setlocale(...) banned_setlocale_nothing_here_depends_on_a_locale
#undef strcoll
#define strcoll(...) banned_strcoll_depends_on_the_locale
#undef tolower
#define tolower(...) banned_tolower_depends_on_the_locale
#undef toupper
#define toupper(...) banned_toupper_depends_on_the_locale
#undef isalpha
#define isalpha(...) banned_isalpha_depends_on_the_locale
#undef isalnum
#define isalnum(...) banned_isalnum_depends_on_the_locale
#undef isupper
#define isupper(...) banned_isupper_depends_on_the_locale
#undef islower
#define islower(...) banned_islower_depends_on_the_locale
#undef isspace
#define isspace(...) banned_isspace_depends_on_the_locale
#undef isdigit
#define isdigit(...) banned_isdigit_undefined_for_bytes_over_127
#undef ispunct
#define ispunct(...) banned_ispunct_depends_on_the_locale

#endif
