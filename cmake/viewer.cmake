# The dossier page: viewer/ (TypeScript) -> build/viewer/viewer.html, one self-contained file, made once for all
# presets and again only when its sources change; embedded as plx__viewer_html (src/report/viewer_html.h).
set(PLX_VIEWER_HTML "")
if(PLX_VIEWER AND EXISTS ${CMAKE_SOURCE_DIR}/viewer/package.json
   AND EXISTS ${CMAKE_SOURCE_DIR}/scripts/build-viewer)
    file(GLOB_RECURSE PLX_VIEWER_SOURCES CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/viewer/src/* ${CMAKE_SOURCE_DIR}/viewer/public/*)
    file(GLOB PLX_VIEWER_CONFIG CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/viewer/*.json ${CMAKE_SOURCE_DIR}/viewer/*.ts ${CMAKE_SOURCE_DIR}/viewer/*.js
        ${CMAKE_SOURCE_DIR}/viewer/*.mjs ${CMAKE_SOURCE_DIR}/viewer/*.html)
    set(PLX_VIEWER_HTML ${CMAKE_SOURCE_DIR}/build/viewer/viewer.html)
    add_custom_command(
        OUTPUT ${PLX_VIEWER_HTML}
        COMMAND ${CMAKE_SOURCE_DIR}/scripts/build-viewer
        # What was made from unchanged sources is kept; only its time moves on.
        COMMAND ${CMAKE_COMMAND} -E touch ${PLX_VIEWER_HTML}
        DEPENDS ${PLX_VIEWER_SOURCES} ${PLX_VIEWER_CONFIG} ${CMAKE_SOURCE_DIR}/scripts/build-viewer
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        COMMENT "Building the dossier page")
endif()
plx_embed(libparallax plx__viewer_html "${PLX_VIEWER_HTML}")
