# The libraries that Parallax stands on; all are Debian 12 packages (scripts/packages.txt).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

add_library(plx_deps INTERFACE)
pkg_check_modules(PLX_PC REQUIRED IMPORTED_TARGET
    libxml-2.0 libarchive icu-uc icu-i18n libexttextcat libxxhash jansson sqlite3 zlib libzstd
    libbrotlidec)

# libstemmer comes without a .pc file.
find_library(PLX_STEMMER stemmer REQUIRED)

target_link_libraries(plx_deps INTERFACE PkgConfig::PLX_PC ${PLX_STEMMER} Threads::Threads m)

# The same headers again as system headers, so that their warnings are not ours.
target_include_directories(plx_deps SYSTEM INTERFACE ${PLX_PC_INCLUDE_DIRS})
