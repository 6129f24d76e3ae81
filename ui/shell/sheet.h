// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tokentrail::ui {

// A card over the window, which is dimmed below it. Esc or a click beside it closes it; the focus
// goes in and comes back.
class Sheet : public QWidget
{
    Q_OBJECT

public:
    Sheet(const QString &title, QWidget *window);

    void open();
    void dismiss();

protected:
    QVBoxLayout *body() const { return m_body; }
    QWidget *card() const { return m_card; }
    void setCardWidth(int width);
    void place(); // again: what is on the card changed its size
    virtual QWidget *firstStop() const { return nullptr; } // where an opened sheet starts
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override; // stays inside

    QList<QWidget *> stopsIn(const QWidget &area) const; // that Tab reaches, as they are read

private:
    int m_cardWidth = 520;
    QWidget *m_card = nullptr;
    QVBoxLayout *m_body = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace tokentrail::ui
