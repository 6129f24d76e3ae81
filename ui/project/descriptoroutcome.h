// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace tokentrail::ui {

class QuietTable;
class RowsModel;
class WrappedLabel;

// The roles and role collections that XSUAA makes of an xs-security.json by itself.
class DescriptorOutcome : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptorOutcome(QWidget *parent = nullptr);

    void show(const QByteArray &source);

private:
    RowsModel *m_rows = nullptr;
    QuietTable *m_table = nullptr;
    WrappedLabel *m_note = nullptr;
    WrappedLabel *m_detail = nullptr; // what the table may have to cut
};

} // namespace tokentrail::ui
