# What reported words have in common (models/concepts.md says how it is made).
plx_embed(libparallax plx__concepts_bin "${CMAKE_SOURCE_DIR}/models/concepts.bin")
