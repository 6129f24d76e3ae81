# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# With QT_USE_QSTRINGBUILDER "auto x = name + u"…"_s" is no string but an expression that refers to
# temporaries, gone at the end of the line: debug builds hide it, optimised ones crash.
#   cmake -DROOT=<source tree> -P tests/stringexpressions.cmake
cmake_minimum_required(VERSION 3.25)

set(kept_expression "auto [A-Za-z_]+ =([^;(){}?\"]|\\([^;(){}?\"]*\\))*(\"[^\"]*\"_?[sL1]*[ \n]*\\+|\\+[ \n]*u?\")")

function(count_kept_expressions out text)
  string(REGEX MATCHALL "${kept_expression}" found "${text}")
  list(LENGTH found count)
  set(${out} ${count} PARENT_SCOPE)
endfunction()

foreach(planted "const auto x = y + u\"/\"_s\;" "auto x =\n  y.z + \"a\"_L1\;" "const auto x = u\"a\"_s + y\;"
    "auto x = n::made(*y)\n + u\"a\"_s\;")
  count_kept_expressions(count "${planted}")
  if(NOT count EQUAL 1)
    message(FATAL_ERROR "does not see: ${planted}")
  endif()
endforeach()
count_kept_expressions(count "const QString x = y + u\"/\"_s\; const auto n = size + 1\; const auto y = f(x + u\"a\"_s)\;")
if(NOT count EQUAL 0)
  message(FATAL_ERROR "sees what is not there")
endif()

file(GLOB_RECURSE sources ${ROOT}/app/*.cpp ${ROOT}/ui/*.cpp ${ROOT}/core/*.cpp ${ROOT}/tests/*.cpp
     ${ROOT}/app/*.h ${ROOT}/ui/*.h ${ROOT}/core/*.h ${ROOT}/tests/*.h)
foreach(source ${sources})
  file(READ ${source} text)
  count_kept_expressions(count "${text}")
  if(count GREATER 0)
    message(SEND_ERROR "${source}: give the sum of strings its type, QString, not auto")
  endif()
endforeach()
