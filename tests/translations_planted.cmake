# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# The test of translations is tested: each kind of gap, planted in a small tree, must be found.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${SCRATCH})

# A tree with one text in one window, and what its German catalogue holds of it.
function(plant name message)
  file(WRITE ${SCRATCH}/${name}/ui/a.cpp "#include <QObject>
class Page : public QObject { Q_OBJECT void f() { tr(\"Call %1 of %2\"); tr(\"%n call(s)\", nullptr, 2); } };\n")
  set(plural "<message numerus=\"yes\"><source>%n call(s)</source><translation><numerusform>%n a</numerusform><numerusform>%n b</numerusform></translation></message>")
  foreach(language de en)
    set(text "${plural}")
    if(language STREQUAL "de")
      string(APPEND text "${message}")
    endif()
    file(WRITE ${SCRATCH}/${name}/resources/translations/tokentrail_${language}.ts
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE TS><TS version=\"2.1\" language=\"${language}\"><context><name>Page</name>${text}</context></TS>")
  endforeach()
endfunction()

function(expect outcome name)
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH}/${name} -DSCRATCH=${SCRATCH}/${name}.scratch
    -DLUPDATE=${LUPDATE} -P ${CMAKE_CURRENT_LIST_DIR}/translations.cmake
    RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(outcome STREQUAL "refused" AND code EQUAL 0)
    message(SEND_ERROR "the planted gap '${name}' was not found")
  elseif(outcome STREQUAL "accepted" AND NOT code EQUAL 0)
    message(SEND_ERROR "'${name}' was refused, though nothing is missing: ${output}")
  endif()
endfunction()

set(open "<message><source>Call %1 of %2</source>")
plant(missing "")
plant(unfinished "${open}<translation type=\"unfinished\">Aufruf %1 von %2</translation></message>")
plant(empty "${open}<translation></translation></message>")
plant(place_lost "${open}<translation>Aufruf %1</translation></message>")
plant(place_twisted "${open}<translation>Aufruf %1 von %3</translation></message>")
foreach(name missing unfinished empty place_lost place_twisted)
  expect(refused ${name})
endforeach()
file(WRITE ${SCRATCH}/silent/ui/a.cpp "int main() {}\n")
foreach(language de en)
  file(WRITE ${SCRATCH}/silent/resources/translations/tokentrail_${language}.ts
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE TS><TS version=\"2.1\" language=\"${language}\"></TS>")
endforeach()
expect(refused silent)

plant(whole "${open}<translation>Von %2 der Aufruf %1</translation></message>")
expect(accepted whole)
