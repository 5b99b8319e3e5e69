# How rare and how near in meaning words are (models/words.md says how it is made).
plx_embed(libparallax plx__words_bin "${CMAKE_SOURCE_DIR}/models/words.bin")
