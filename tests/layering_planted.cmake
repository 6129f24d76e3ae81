# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# The arrow test is tested: planted arrows that run upward must each be found, an empty tree too.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${SCRATCH})

function(expect outcome name)
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH}/${name} -P ${CMAKE_CURRENT_LIST_DIR}/layering.cmake
    RESULT_VARIABLE code OUTPUT_QUIET ERROR_QUIET)
  if(outcome STREQUAL "refused" AND code EQUAL 0)
    message(SEND_ERROR "the planted arrow '${name}' was not found")
  elseif(outcome STREQUAL "accepted" AND NOT code EQUAL 0)
    message(SEND_ERROR "'${name}' was refused, though it is allowed")
  endif()
endfunction()

function(plant name file line)
  file(WRITE ${SCRATCH}/${name}/${file} "${line}\n")
endfunction()

plant(upward core/text/a.cpp "#include \"core/http/client.h\"")
plant(judge core/call/a.cpp "#include \"core/diagnosis/diagnose.h\"")
plant(sandbox core/sandbox/a.cpp "#include \"core/trail/hop.h\"")
plant(widget core/trail/a.h "#include <QWidget>")
plant(page ui/call/a.cpp "#include \"ui/tokens/tokenspage.h\"")
plant(inside ui/call/a.cpp "#include \"core/sandbox/state.h\"")
plant(app ui/shell/a.cpp "#include \"app/console/main.h\"")
plant(unlisted core/newmodule/a.cpp "#include <QString>")
foreach(name upward judge sandbox widget page inside app unlisted)
  expect(refused ${name})
endforeach()
file(MAKE_DIRECTORY ${SCRATCH}/empty)
expect(refused empty)

plant(downward core/http/a.cpp "#include \"core/text/json.h\"")
plant(facade ui/call/a.cpp "#include \"core/sandbox/sandbox.h\"")
expect(accepted downward)
expect(accepted facade)
