# The dossier page: types and style, its functions, and the page in a real browser (viewer/test). Once, with the
# release build: nothing of it depends on how the C code was compiled.
if(PLX_VIEWER AND CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT PLX_ONLY_THREADED_TESTS)
    foreach(part check unit browser)
        add_test(NAME viewer/${part} COMMAND ${CMAKE_CURRENT_LIST_DIR}/run ${part}
                 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
        set_tests_properties(viewer/${part} PROPERTIES LABELS heavy TIMEOUT 600 SKIP_RETURN_CODE 77)
    endforeach()
    # two browsers of two test files fill two cores
    set_tests_properties(viewer/browser PROPERTIES RUN_SERIAL ON)
endif()
