# test/cli/cases/*.sh: what somebody types, and what must come out (see test/cli/run). Cases with `# heavy` run in the
# release build only.
file(GLOB PLX_CLI_CASES CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/cases/*.sh)
if(TARGET parallax AND NOT PLX_ONLY_THREADED_TESTS)
    foreach(case IN LISTS PLX_CLI_CASES)
        get_filename_component(name ${case} NAME_WE)
        file(STRINGS ${case} heavy REGEX "^# heavy" LIMIT_COUNT 1)
        if(heavy AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
            continue()
        endif()
        add_test(NAME cli/${name} COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:parallax> ${case}
                 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
        set_tests_properties(cli/${name} PROPERTIES TIMEOUT 300 SKIP_RETURN_CODE 77)
        if(heavy)
            set_tests_properties(cli/${name} PROPERTIES LABELS heavy)
        endif()
    endforeach()
endif()
