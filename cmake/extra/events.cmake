# The event pair scorer (models/events.md says how it is made).
plx_embed(libparallax plx__events_bin "${CMAKE_SOURCE_DIR}/models/events.bin")
