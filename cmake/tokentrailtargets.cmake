# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
include(CMakeParseArguments)

if(TOKENTRAIL_PCH)
  add_library(tokentrail_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
  target_link_libraries(tokentrail_pch PRIVATE tokentrail_options Qt6::Core Qt6::Network)
  target_precompile_headers(tokentrail_pch PRIVATE
    <QByteArray> <QDateTime> <QHash> <QList> <QObject> <QString> <QUrl>
    <functional> <memory> <optional> <string> <variant> <vector>)
endif()

# tokentrail_precompiled(<target> <libraries>): takes the precompiled header of the house, of widgets
# where a library of ui or the console is among them
function(tokentrail_precompiled target)
  if(NOT TOKENTRAIL_PCH)
    return()
  endif()
  if("${ARGN}" MATCHES "tokentrail_ui_|tokentrail_console|Qt6::Widgets")
    target_precompile_headers(${target} REUSE_FROM tokentrail_ui_pch)
  else()
    target_link_libraries(${target} PRIVATE Qt6::Network) # as the header was made with
    target_precompile_headers(${target} REUSE_FROM tokentrail_pch)
  endif()
endfunction()

# tokentrail_module(<module> SOURCES … DEPENDS …): one folder of core as the library tokentrail_<module>
function(tokentrail_module module)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
  add_library(tokentrail_${module} STATIC ${arg_SOURCES})
  target_link_libraries(tokentrail_${module} PUBLIC tokentrail_options Qt6::Core ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
  tokentrail_precompiled(tokentrail_${module})
endfunction()

# tokentrail_sentences(<module>): what the module says to people, in both languages; see core/text/phrasebook.h
function(tokentrail_sentences module)
  set(sentences ${PROJECT_SOURCE_DIR}/resources/sentences)
  qt_add_resources(tokentrail_${module} ${module}sentences PREFIX "/sentences" BASE ${sentences}
    FILES ${sentences}/${module}.de.json ${sentences}/${module}.en.json)
endfunction()

# tokentrail_test(<name> SOURCES … DEPENDS …): one Qt Test program, known to ctest under its name
function(tokentrail_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  if(NOT arg_SOURCES)
    set(arg_SOURCES ${name}.cpp)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE tokentrail_options Qt6::Core Qt6::Test ${arg_DEPENDS})
  target_compile_definitions(${name} PRIVATE TOKENTRAIL_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  tokentrail_precompiled(${name} ${arg_DEPENDS})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen" TIMEOUT 120)
endfunction()
