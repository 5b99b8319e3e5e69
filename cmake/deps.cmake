# The libraries that Parallax stands on; all are Debian 12 packages (scripts/packages.txt).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

add_library(plx_deps INTERFACE)
pkg_check_modules(PLX_PC REQUIRED IMPORTED_TARGET
    libxml-2.0 libarchive icu-uc icu-i18n libexttextcat libxxhash jansson sqlite3 zlib libzstd
    libbrotlidec)

# libstemmer comes without a .pc file.
find_library(PLX_STEMMER stemmer REQUIRED)

# The released program carries its libraries: to find and bind twenty of them takes 4 ms at every
# start, as long as reading five reports. Where one has no archive, and in all other builds and
# programs, they are shared.
option(PLX_STATIC "The released program carries its libraries" ON)
set(PLX_ARCHIVES)
if(PLX_STATIC AND CMAKE_BUILD_TYPE STREQUAL "Release")
    foreach(name archive xml2 icui18n icuuc icudata exttextcat-2.0 jansson sqlite3 brotlidec
                 brotlicommon stemmer nettle acl lzma zstd lz4 bz2 z)
        find_library(PLX_ARCHIVE_${name} lib${name}.a)
        list(APPEND PLX_ARCHIVES ${PLX_ARCHIVE_${name}})
    endforeach()
    # ICU is C++ inside; its runtime's archive is the compiler's to find.
    execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=libstdc++.a
        OUTPUT_VARIABLE PLX_ARCHIVE_CXX OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(EXISTS "${PLX_ARCHIVE_CXX}")
        list(APPEND PLX_ARCHIVES ${PLX_ARCHIVE_CXX} -static-libgcc)
    else()
        list(APPEND PLX_ARCHIVES PLX_ARCHIVE_CXX-NOTFOUND)
    endif()
    # Addresses that the start fills in, packed (glibc 2.36, binutils 2.38).
    include(CheckLinkerFlag)
    check_linker_flag(C "-Wl,-z,pack-relative-relocs" PLX_HAVE_RELR)
    if(PLX_HAVE_RELR)
        list(APPEND PLX_ARCHIVES "-Wl,-z,pack-relative-relocs")
    endif()
    if(PLX_ARCHIVES MATCHES "NOTFOUND")
        message(STATUS "the program is linked with shared libraries: ${PLX_ARCHIVES}")
        set(PLX_ARCHIVES)
    endif()
endif()

# A program that carries them has the property PLX_CARRIES_LIBRARIES.
set(PLX_SHARED_LIBRARIES PkgConfig::PLX_PC ${PLX_STEMMER})
if(PLX_ARCHIVES)
    set(carries "$<BOOL:$<TARGET_PROPERTY:PLX_CARRIES_LIBRARIES>>")
    target_link_libraries(plx_deps INTERFACE
        "$<${carries}:${PLX_ARCHIVES}>" "$<$<NOT:${carries}>:${PLX_SHARED_LIBRARIES}>")
else()
    target_link_libraries(plx_deps INTERFACE ${PLX_SHARED_LIBRARIES})
endif()
target_link_libraries(plx_deps INTERFACE Threads::Threads m)

# The same headers again as system headers, so that their warnings are not ours.
target_include_directories(plx_deps SYSTEM INTERFACE ${PLX_PC_INCLUDE_DIRS})
