# shaders/*.{vert,frag,glsl} become one .cpp in the build tree, so that the program needs no shader files to run.
file(GLOB DATELINE_SHADERS CONFIGURE_DEPENDS
     ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag ${CMAKE_SOURCE_DIR}/shaders/*.glsl)
set(DATELINE_EMBEDDED_SHADERS ${CMAKE_BINARY_DIR}/generated/embedded_shaders.cpp)
add_custom_command(
    OUTPUT ${DATELINE_EMBEDDED_SHADERS}
    COMMAND ${CMAKE_COMMAND} "-DOUT=${DATELINE_EMBEDDED_SHADERS}" "-DFOLDER=${CMAKE_SOURCE_DIR}/shaders"
            -P ${CMAKE_SOURCE_DIR}/src/gl/embed_shaders.cmake
    DEPENDS ${DATELINE_SHADERS} ${CMAKE_SOURCE_DIR}/src/gl/embed_shaders.cmake
    COMMENT "Embedding the shaders" VERBATIM)
target_sources(dateline_gl PRIVATE ${DATELINE_EMBEDDED_SHADERS})
if(DATELINE_HOT_RELOAD)
    target_compile_definitions(dateline_gl PRIVATE DATELINE_SHADER_FOLDER="${CMAKE_SOURCE_DIR}/shaders")
endif()
