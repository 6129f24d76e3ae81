# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# cmake --install: programs, desktop integration, manual page and completions.
include(GNUInstallDirs)
set(app_id io.github.tokentrail.tokentrail)
install(TARGETS tokentrail tokentrailctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET tokentrail-weblogin)
  install(TARGETS tokentrail-weblogin RUNTIME DESTINATION libexec/tokentrail)
endif()
install(FILES packaging/linux/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/linux/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/linux/${app_id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

set(documents ${CMAKE_CURRENT_BINARY_DIR}/documents)
add_custom_command(OUTPUT ${documents}/tokentrailctl.1 ${documents}/tokentrailctl.bash ${documents}/_tokentrailctl ${documents}/tokentrailctl.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${documents}
  COMMAND tokentrailctl manual > ${documents}/tokentrailctl.1
  COMMAND tokentrailctl completion bash > ${documents}/tokentrailctl.bash
  COMMAND tokentrailctl completion zsh > ${documents}/_tokentrailctl
  COMMAND tokentrailctl completion fish > ${documents}/tokentrailctl.fish
  DEPENDS tokentrailctl VERBATIM)
add_custom_target(documents ALL DEPENDS ${documents}/tokentrailctl.1)
install(FILES ${documents}/tokentrailctl.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${documents}/tokentrailctl.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME tokentrailctl)
install(FILES ${documents}/_tokentrailctl DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${documents}/tokentrailctl.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
