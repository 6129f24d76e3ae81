// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace tokentrail::ui {

// Plain text that wraps, may be selected, and may be as narrow as its place.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setMuted(bool muted);
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void ink();

    bool m_muted = false;
};

} // namespace tokentrail::ui
