@path: '/open'
@requires: 'any'
service OpenService {
  function whoami() returns String;
}

@path: '/user'
@requires: 'authenticated-user'
service UserService {
  function whoami() returns String;

  @restrict: [{ grant: 'READ', to: 'admin' }]
  entity Restricted { key id: Integer; }
}

@path: '/admin'
@requires: 'admin'
service AdminService {
  function whoami() returns String;
}

@path: '/system'
@requires: 'system-user'
service SystemService {
  function whoami() returns String;
}

@path: '/internal'
@requires: 'internal-user'
service InternalService {
  function whoami() returns String;
}
