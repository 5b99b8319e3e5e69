# The training programs run where they are built: the processor's own instructions, fused sums allowed.
file(GLOB PLX_TRAIN_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/train/*.c ${CMAKE_SOURCE_DIR}/train/support/*.c)
set_source_files_properties(${PLX_TRAIN_SOURCES} PROPERTIES COMPILE_OPTIONS
    "-march=native;-ffp-contract=fast;-fassociative-math;-fno-signed-zeros;-fno-trapping-math;-fno-math-errno")
