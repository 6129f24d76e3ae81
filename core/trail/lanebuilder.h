// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/lanemeasure.h"
#include "core/trail/lanesteps.h"

#include <QHash>

namespace tokentrail::trail {

// Puts one step after the other below the titles. Every text has a row of its own, so that
// nothing overlaps whatever the widths.
class LaneBuilder
{
public:
    LaneBuilder(const Trail &trail, const LaneOptions &options);

    LanePicture build();

private:
    void placeLanes();
    void placeStep(const LaneStep &step);
    void placeRequest(const Hop &hop, bool withAnswer);
    void placeAnswer(const Hop &hop, bool below);
    void placeExpected(const Hop &hop);
    void placeExpectedAside(const Hop &hop);
    void placeLabel(const Hop &hop, const QString &text, Tone tone, TextRole role);
    void placeChips(const Hop &hop, bool issued);
    void placeChip(const Hop &hop, LaneChip chip);
    LaneChip chipOf(const Hop &hop, qsizetype token);
    QList<LaneChip> chipsWithoutTokens(const Hop &hop) const;
    int hueOf(const QString &person);

    // The user's line grows with the rows.
    void startUser();
    void moveUser(const Hop &hop, double y);
    void endUserAfter(const Hop &hop);
    void placeMark(bool broken, const QString &text);
    void runMissing(const Hop &hop, double y);
    bool userGoesAlong(const Hop &hop) const;
    void finishLanes();

    double axis(Party party) const;
    double leftOf(const Hop &hop) const;
    double rightLimit(double left) const; // next thing that must not be written over

    const Trail &m_trail;
    LaneOptions m_options;
    LaneMeasure m_measure;
    LanePicture m_picture;
    QHash<Party, double> m_axis;
    QStringList m_persons;
    QStringList m_seenTokens; // fingerprints
    QString m_lastUserHop;
    double m_y = 0;
    double m_userX = -1; // where the user's line runs down now; -1: nowhere
};

} // namespace tokentrail::trail
