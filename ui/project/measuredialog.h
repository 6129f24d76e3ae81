// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tokentrail::ui {

class CodeView;
class WrappedLabel;

// Somebody as whom a running service can be asked.
struct MeasureCaller
{
    QString name; // of the column in the matrix
    QString detail; // "mock user", "session · password · 11 min left"
    bool isChosen = true; // at first
};

struct MeasureOffer
{
    QString url; // of the running service; empty: none was found
    QList<MeasureCaller> callers; // beside nobody, who is always asked as
    int reads = 0; // requests for each caller
    QStringList writes; // "POST /odata/v4/shop/Orders", each for each caller
};

struct MeasureWish
{
    QString url;
    QStringList callers; // names
    bool withWrites = false;
};

// Before a running service is asked for every cell: which one, as whom, and whether with requests
// that write.
class MeasureDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MeasureDialog(const MeasureOffer &offer, QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(const tokentrail::ui::MeasureWish &wish);

private:
    void buildCallers();
    void buildWrites();
    void retell();
    MeasureWish wish() const;

    MeasureOffer m_offer;
    QLineEdit *m_url = nullptr;
    WrappedLabel *m_urlNote = nullptr;
    QListWidget *m_callers = nullptr;
    QCheckBox *m_withWrites = nullptr;
    WrappedLabel *m_warning = nullptr;
    CodeView *m_writes = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace tokentrail::ui
