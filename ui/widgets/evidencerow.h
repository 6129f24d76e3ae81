// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace tokentrail::ui {

// One bullet of evidence. One that is about a hop leads there.
class EvidenceRow : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { For, Against };

    EvidenceRow(const QString &sentence,
                const QString &hopId,
                Kind kind,
                QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void hopActivated(const QString &hopId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect textRect(int width) const;

    QString m_hopId;
    Kind m_kind;
};

} // namespace tokentrail::ui
