# Each story with gold that has floors (test/quality/floors.csv) is scored, in the release build: the floors are what
# must hold, results.csv is what was reached.
if(TARGET parallax AND CMAKE_BUILD_TYPE STREQUAL "Release")
    file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/floors.csv rows REGEX ",[0-9.]+$")
    set(sets "")
    foreach(row IN LISTS rows)
        string(REGEX REPLACE ",.*" "" set "${row}")
        list(APPEND sets ${set})
    endforeach()
    list(REMOVE_DUPLICATES sets)
    foreach(set IN LISTS sets)
        add_test(NAME quality/${set} COMMAND ${CMAKE_SOURCE_DIR}/scripts/quality --check ${set}
                 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
        set_tests_properties(quality/${set} PROPERTIES LABELS heavy TIMEOUT 300 SKIP_RETURN_CODE 77)
    endforeach()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/floors.csv)
endif()
