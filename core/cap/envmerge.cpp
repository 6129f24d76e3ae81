// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envmerge.h"

#include "core/cap/envoldnames.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

void EnvMerger::merge(const EnvNodePtr &target, const EnvNodePtr &source, Blocks blocks)
{
    if (source->isScalar())
        return;
    if (source->computesStrategy) {
        target->computesStrategy = true;
        target->remove(u"strategy");
    }
    std::vector<Block> later;
    const auto members = source->members(); // a copy: source and target may be one
    for (const auto &member : members) {
        if (member.hidden) {
            target->set(member.name, member.value, true);
        } else if (blocks == Blocks::Resolve && member.name.startsWith(u'[')) {
            if (auto block = activeBlock(target, member))
                later.push_back(std::move(*block));
        } else {
            mergeMember(target, member, blocks);
        }
    }
    // The profile named first is the strongest; with production the order of the document counts.
    if (!m_profiles.contains("production"_L1)) {
        std::stable_sort(later.begin(), later.end(), [](const Block &a, const Block &b) {
            return a.rank > b.rank;
        });
    }
    for (const auto &block : later)
        merge(block.target, block.content, blocks);
}

std::optional<EnvMerger::Block> EnvMerger::activeBlock(const EnvNodePtr &target,
                                                       const EnvNode::Member &member)
{
    const bool important = member.name.endsWith("!]"_L1);
    const auto length = std::max<qsizetype>(0, member.name.size() - (important ? 3 : 2));
    const auto rank = m_profiles.indexOf(member.name.mid(1, length));
    if (rank < 0)
        return std::nullopt;
    if (member.value->isScalar()) {
        if (member.value->scalarValue().isNull() && !m_broken)
            m_broken = member.value->origin();
        return std::nullopt;
    }
    Block block{rank, target, member.value};
    if (!important || m_importantApplied)
        return block;
    m_important.push_back(std::move(block));
    return std::nullopt;
}

// What is an accessor of cds.env; true: there is nothing more to do.
bool EnvMerger::mergeOfRoot(const EnvNode::Member &member, Blocks blocks)
{
    const auto &value = member.value;
    if (isOldName(member.name)) {
        auto plain = value;
        if (value->isObject()) {
            plain = EnvNode::object(value->origin());
            merge(plain, value, blocks);
        }
        setOldName(m_root, member.name, plain);
        return true;
    }
    if (member.name != "profiles"_L1 || m_root->find(member.name))
        return false;
    // cds.env.profiles is a getter that becomes a value when it is read, which happens before an
    // object, a text or true is merged; before that it cannot be written.
    if (!value->isObject() && !value->isString() && !value->isTrue())
        return true;
    m_root->set(member.name, EnvNode::fromJson(text::Json::array(m_profiles), -1));
    return false;
}

void EnvMerger::mergeMember(const EnvNodePtr &target, const EnvNode::Member &member, Blocks blocks)
{
    const auto &value = member.value;
    const auto &name = member.name;
    if (target->computesStrategy && name == "strategy"_L1)
        return;
    if (target == m_root && mergeOfRoot(member, blocks))
        return;
    const auto moved = m_root ? redirected(m_root, target, member, m_version) : std::nullopt;
    if (moved) {
        if (moved->target)
            mergeMember(moved->target, {moved->name, moved->value}, blocks);
        return;
    }
    const auto existing = target->find(name);
    if (value->isObject()) {
        if (!existing || !existing->isTruthy()) {
            const auto fresh = EnvNode::object(value->origin());
            target->set(name, fresh);
            merge(fresh, value, blocks);
        } else if (existing->isScalar() || (m_version >= 10 && existing->isArray())) {
            target->set(name, value); // as it stands: shared, with its blocks unresolved
        } else {
            merge(existing, value, blocks);
        }
        return;
    }
    // An array counts as an object in JavaScript: cds 9 keeps it and adds the names to it.
    const auto kind = existing && !existing->isScalar() ? existing->find(u"kind") : nullptr;
    if (kind && kind->isTruthy() && (value->isTrue() || value->isString())) {
        if (value->isString()) // requires.db = "x" means requires.db.kind = "x"
            existing->set(u"kind"_s, value);
        return;
    }
    target->set(name, value); // arrays are shared, too: a later change shows in both
}

void EnvMerger::applyImportant()
{
    for (size_t i = 0; i < m_important.size(); ++i) { // may grow: blocks inside blocks
        const auto block = m_important[i];
        merge(block.target, block.content);
    }
    m_important.clear();
    m_importantApplied = true;
}

} // namespace tokentrail::cap
