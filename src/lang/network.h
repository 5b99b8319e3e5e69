/* network: the sizes that training and running share. */
#ifndef PLX_LANG_NETWORK_H
#define PLX_LANG_NETWORK_H

enum {
    PLX_NET_VECTOR = 96,   /* static vector */
    PLX_NET_FEATURE = 128, /* sum of feature rows */
    PLX_NET_INPUT = PLX_NET_VECTOR + PLX_NET_FEATURE,
    PLX_NET_SHARED = 3,  /* shared layers */
    PLX_NET_HIDDEN = 128, /* units a direction, shared and tree layers */
    PLX_NET_NAME = 64,   /* units a direction, name layer */
    PLX_NET_ARC = 128,
    PLX_NET_REL = 96,
    PLX_NET_MLP = 2 * PLX_NET_ARC + 2 * PLX_NET_REL,
    PLX_NET_DISTANCE = 24 /* heads further away share a bias */
};

#endif
