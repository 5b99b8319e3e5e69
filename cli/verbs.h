/* The verbs in the order in which the help lists them: PLX_CLI_VERBS(X) calls X(name) for each;
 * cli/<name>.c defines plx_cli_command_<name>. A verb without its file is left out (weak symbols),
 * so this list may run ahead. */
#ifndef PLX_CLI_VERBS_H
#define PLX_CLI_VERBS_H

#define PLX_CLI_VERBS(X)                                                                           \
    X(dossier)                                                                                     \
    X(annotate)                                                                                    \
    X(conllu)                                                                                      \
    X(extract)                                                                                     \
    X(near)                                                                                        \
    X(reuse)                                                                                       \
    X(stories)                                                                                     \
    X(names)                                                                                       \
    X(same)                                                                                        \
    X(coref)                                                                                       \
    X(add)                                                                                         \
    X(search)                                                                                      \
    X(correct)                                                                                     \
    X(serve)                                                                                       \
    X(watch)                                                                                       \
    X(work)                                                                                        \
    X(help)

#endif
