/* activate: the network's two curves, from +, *, / alone, so that every processor gives the same
 * bits (no fused sums: see cmake/flags.cmake). tanh by Lambert's continued fraction cut at the
 * seventh step; beyond +-4.97 it is +-1. */
#ifndef PLX_LANG_ACTIVATE_H
#define PLX_LANG_ACTIVATE_H

static inline float plx_net_tanh(float x) {
    x = x > 4.97F ? 4.97F : x;
    x = x < -4.97F ? -4.97F : x;
    float s = x * x;
    float p = x * (135135.0F + s * (17325.0F + s * (378.0F + s)));
    float q = 135135.0F + s * (62370.0F + s * (3150.0F + s * 28.0F));
    return p / q;
}

static inline float plx_net_sigmoid(float x) { return 0.5F + 0.5F * plx_net_tanh(0.5F * x); }

#endif
