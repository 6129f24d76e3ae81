// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptorpickfields.h"
#include "ui/project/descriptortextfields.h"

namespace tokentrail::ui {

using cap::MemberShape;
using cap::NamesOf;

DescriptorField *makeDescriptorField(const cap::XsSecurityMember &member, const QStringList &path)
{
    switch (member.shape) {
    case MemberShape::Text:
        if (member.name == u"name" && path.size() == 3)
            return new DescriptorNameField(member, path);
        if (!member.takesOthers)
            return new DescriptorChoiceField(member, path);
        return new DescriptorTextField(member, path);
    case MemberShape::Flag:
    case MemberShape::TextOrFlag:
        return new DescriptorChoiceField(member, path);
    case MemberShape::Number:
        return new DescriptorNumberField(member, path);
    case MemberShape::References:
        return new DescriptorReferencesField(member, path);
    case MemberShape::Texts:
        if (!member.values.empty() || member.refersTo == NamesOf::Scopes
            || member.refersTo == NamesOf::RoleTemplates)
            return new DescriptorPickField(member, path);
        return new DescriptorLinesField(member, path);
    case MemberShape::Objects:
    case MemberShape::Object:
        return nullptr; // the outline shows what is in there
    }
    return nullptr;
}

} // namespace tokentrail::ui
