# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# Everything a target of this house is compiled with, in one place.
add_library(tokentrail_options INTERFACE)
target_compile_features(tokentrail_options INTERFACE cxx_std_20)
target_include_directories(tokentrail_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(tokentrail_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 TOKENTRAIL_VERSION="${PROJECT_VERSION}")
target_compile_options(tokentrail_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wcast-align -Werror=return-type -Werror=switch)

# A compiler cache may bring the precompiled header from a machine whose headers are the same but of
# another day.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(tokentrail_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()
