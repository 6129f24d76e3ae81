// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/envnode.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace tokentrail::cap {

// Merges one source of configuration over what is there, as @sap/cds does: objects deep, arrays
// and plain values replaced, `[profile]` blocks after the plain values of their object.
class EnvMerger
{
public:
    // root: cds.env itself, some of whose members are no plain values.
    EnvMerger(QStringList profiles, int cdsVersion, EnvNodePtr root = {})
        : m_profiles(std::move(profiles))
        , m_root(std::move(root))
        , m_version(cdsVersion)
    { }

    enum class Blocks { Resolve, KeepAsKeys };
    void merge(const EnvNodePtr &target, const EnvNodePtr &source, Blocks blocks = Blocks::Resolve);

    // `[profile!]` blocks wait until all files are read.
    void applyImportant();

    // A block that stops cds itself: `"[production]": null`.
    const std::optional<EnvOrigin> &broken() const { return m_broken; }

private:
    struct Block
    {
        qsizetype rank = 0; // position in the list of profiles
        EnvNodePtr target;
        EnvNodePtr content;
    };

    void mergeMember(const EnvNodePtr &target, const EnvNode::Member &member, Blocks blocks);
    std::optional<Block> activeBlock(const EnvNodePtr &target, const EnvNode::Member &member);

    bool mergeOfRoot(const EnvNode::Member &member, Blocks blocks);

    QStringList m_profiles;
    EnvNodePtr m_root;
    int m_version;
    bool m_importantApplied = false;
    std::vector<Block> m_important;
    std::optional<EnvOrigin> m_broken;
};

} // namespace tokentrail::cap
