// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QProcess;
class QTimer;

namespace tokentrail::cap {

// The cds of a project as npx finds it: in node_modules of the folder or one above it, else in the
// PATH. Empty: there is none.
QString ownCdsOf(const QString &folder);
Error noOwnCds(); // in a sentence, with what to do

// Runs `cds env` of a project, and with it code of the project and its plugins: only for a folder
// that the user trusts. One-shot.
class OwnCds : public QObject
{
    Q_OBJECT

public:
    // words are those about profiles: {"--profile", "hybrid"}.
    OwnCds(const QString &folder, const QStringList &words, QObject *parent = nullptr);
    ~OwnCds() override; // ends what still runs

    void start();
    void cancel(); // finished() follows
    // What cds printed; an error where it could not be run, failed, took too long or was cancelled.
    const Result<text::Json> &answer() const { return *m_answer; }

    static constexpr int patienceMs = 60'000;

Q_SIGNALS:
    void finished(tokentrail::cap::OwnCds *job);

private:
    void takeEnd(int code, bool ended);
    void finish(const Result<text::Json> &answer);

    QString m_folder;
    QStringList m_words;
    QProcess *m_process = nullptr;
    QTimer *m_patience = nullptr;
    bool m_isCancelled = false;
    std::optional<Result<text::Json>> m_answer;
};

} // namespace tokentrail::cap
