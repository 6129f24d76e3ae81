// One entity for each finding, and near misses (names that begin with Ok).
namespace my;

entity Rows { key ID : Integer; owner : String; country : String; level : Integer; tag : String; }
@restrict: [{ grant: '*', to: 'admin' }]
entity Secrets { key ID : Integer; row : Association to Rows; text : String; }

service Open {
  @restrict: [{ grant: 'UPSERT', to: 'admin' }]
  entity GrantUpsert as projection on my.Rows;
  @restrict: [{ grant: ['read', 'CREATE'], to: 'admin' }]
  entity GrantLower as projection on my.Rows;
  @restrict: [{ grant: 'approve', to: 'admin' }]
  entity ActionOnly as projection on my.Rows actions { action approve(); };
  @restrict: [{ grant: 'READ', to: '' }]
  entity EmptyRole as projection on my.Rows;
  @restrict: [{ grant: 'READ', where: (country = $user.country) }]
  entity NoRole as projection on my.Rows;
  @restrict: [{ grant: 'CREATE', to: 'editor', where: (owner = $user) }, { grant: 'READ', to: 'editor' }]
  entity CreateWhere as projection on my.Rows;
  @restrict: [{ grant: 'READ', to: 'editor', where: ($user.level > 2) }]
  entity Numbers as projection on my.Rows;
  @restrict: [{ grant: 'READ', to: 'editor', where: (country = $user.tenant) }]
  entity Tenants as projection on my.Rows;
  @restrict: [{ grant: 'READ', to: 'editor', where: 'country = = $user.country' }]
  entity Unreadable as projection on my.Rows;
  @restrict: [{ grant: 'WRITE', to: 'editor' }]
  entity WriteOnly as projection on my.Rows;
  @requires: []
  entity Nobody as projection on my.Rows;
  entity Joined as select from my.Rows join my.Secrets on Rows.ID = Secrets.row.ID { Rows.ID, Secrets.text };
  @odata.draft.enabled
  @restrict: [{ grant: 'READ', to: 'viewer' }, { grant: 'UPDATE', to: 'editor' }]
  entity Drafts as projection on my.Rows;

  @restrict: [{ grant: ['READ', 'WRITE'], to: 'editor' }]
  entity OkGrants as projection on my.Rows;
  @restrict: [{ grant: ['READ', 'approve'], to: 'admin' }]
  entity OkActions as projection on my.Rows actions { action approve(); };
  @restrict: [{ grant: 'READ', to: 'editor', where: (level <= $user.level) }]
  entity OkCondition as projection on my.Rows;
  @odata.draft.enabled
  @restrict: [{ grant: ['READ', 'CREATE'], to: 'editor' }]
  entity OkDrafts as projection on my.Rows;
}

@restrict: [{ grant: 'READ', to: 'viewer', where: 'country = $user.country' }]
service Whole { entity Rows as projection on my.Rows; }

@requires: []
service Closed { entity Rows as projection on my.Rows; }

@requires: 'authenticated-user'
service OkService { entity Rows as projection on my.Rows; }

entity Heads { key ID : Integer; items : Composition of many Items on items.head = $self; secret : Association to Secrets; }
entity Items { key ID : Integer; head : Association to Heads; }
service Tree {
  @restrict: [{ grant: '*', to: 'editor' }]
  entity Heads as projection on my.Heads;
  entity Items as projection on my.Items;
  entity Secrets as projection on my.Secrets;
}
service Expanding {
  entity Heads as projection on my.Heads { ID, secret };
  entity Secrets as projection on my.Secrets;
}

// The compiler exposes Items for the composition: refused on their own, and through Heads the
// restrictions of Heads count; through OpenHeads nothing does.
service OkHidden {
  @odata.draft.enabled
  @restrict: [{ grant: '*', to: 'editor' }]
  entity Heads as projection on my.Heads;
}
service Shown {
  @restrict: [{ grant: '*', to: 'editor' }]
  entity Heads as projection on my.Heads;
  entity OpenHeads as projection on my.OpenHeads;
}
entity OpenHeads { key ID : Integer; items : Association to many Items on items.head.ID = ID; }
