# The learned name comparison (models/names.md says how it is made).
plx_embed(libparallax plx__names_bin "${CMAKE_SOURCE_DIR}/models/names.bin")
