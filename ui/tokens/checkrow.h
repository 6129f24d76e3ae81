// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/validation.h"

#include <QFrame>

namespace tokentrail::ui {

class WrappedLabel;

// One check of a CAP service: passed, failed, not made; after the first failure greyed, since
// the service never got that far, but still told.
class CheckRow : public QFrame
{
    Q_OBJECT

public:
    enum class Standing { Before, FirstFailure, After };

    CheckRow(const xsuaa::Check &check, Standing standing, QWidget *parent = nullptr);
    CheckRow(const QString &title,
             xsuaa::Outcome outcome,
             const QString &sentence,
             Standing standing,
             QWidget *parent = nullptr);

    // "meant for this service", or, when it failed, "not meant for this service"
    static QString titleOf(const xsuaa::Check &check);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void ink();

    WrappedLabel *m_heading = nullptr;
    Standing m_standing;
};

} // namespace tokentrail::ui
