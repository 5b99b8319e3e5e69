# Warnings, sanitizers and what both compilers must agree on: everything of ours links plx_flags.
add_library(plx_flags INTERFACE)

target_compile_options(plx_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes
    -Wmissing-prototypes -Wcast-qual -Wundef -Wvla -Wformat=2)
# Long patterns in tables are written as several literals, on purpose.
target_compile_options(plx_flags INTERFACE $<$<C_COMPILER_ID:Clang>:-Wno-string-concatenation>)
if(PLX_WERROR)
    target_compile_options(plx_flags INTERFACE -Werror)
endif()

# POSIX and GNU names for everybody, said once; it must stand before any system header.
target_compile_definitions(plx_flags INTERFACE _GNU_SOURCE)
# No fused multiply-add behind our back: doubles come out the same from either compiler.
target_compile_options(plx_flags INTERFACE -ffp-contract=off -fno-strict-aliasing -fstack-protector-strong)
target_compile_options(plx_flags INTERFACE -include ${CMAKE_SOURCE_DIR}/src/base/banned.h)

if(PLX_SANITIZE)
    target_compile_options(plx_flags INTERFACE
        -fsanitize=${PLX_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(plx_flags INTERFACE -fsanitize=${PLX_SANITIZE})
    # gcc's flow analysis is confused by the sanitizers' code; the release build keeps the warning.
    target_compile_options(plx_flags INTERFACE $<$<C_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

if(PLX_LTO)
    include(CheckIPOSupported)
    check_ipo_supported(RESULT PLX_HAVE_IPO OUTPUT PLX_IPO_WHY LANGUAGES C)
    if(PLX_HAVE_IPO)
        set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
    else()
        message(STATUS "no link-time optimisation: ${PLX_IPO_WHY}")
    endif()
endif()
