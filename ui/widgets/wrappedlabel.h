// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QLabel>

#include <tuple>

namespace tokentrail::ui {

// Plain text that wraps, may be selected, and may be as narrow as its place.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setMuted(bool muted);
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void ink();

    bool m_muted = false;
    mutable std::tuple<QString, QFont, int> m_measured;
    mutable QHash<int, int> m_heights; // px by width in px, of m_measured
};

} // namespace tokentrail::ui
