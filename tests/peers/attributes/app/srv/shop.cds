// Rows that only those may read or make whose attributes fit.
@path    : '/shop'
@requires: 'authenticated-user'
service ShopService {
  @restrict: [{
    grant: ['READ', 'CREATE'],
    where: 'country = $user.country'
  }]
  entity Orders {
    key ID      : Integer;
        country : String;
  }

  @restrict: [{
    grant: ['READ', 'CREATE'],
    where: '$user.level > 2'
  }]
  entity Approvals {
    key ID : Integer;
  }
}
