// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/csvfield.h"

namespace tokentrail::text {

using namespace Qt::StringLiterals;

QByteArray csvField(const QString &text)
{
    auto bytes = text.toUtf8();
    if (!bytes.contains('"') && !bytes.contains(',') && !bytes.contains('\n')
        && !bytes.contains('\r'))
        return bytes;
    return '"' + bytes.replace("\"", "\"\"") + '"';
}

QByteArray markdownField(QString text)
{
    return text.replace(u'|', "\\|"_L1).replace(u'\n', u' ').toUtf8();
}

} // namespace tokentrail::text
