using {API_FUNCTIONALLOCATION as s4} from './external/API_FUNCTIONALLOCATION';

// Needs somebody: the healthy route.
@path    : '/odata/v4/api'
@requires: 'authenticated-user'
service ApiService {
  entity FunctionalLocation as projection on s4.FunctionalLocation;
  function whoami() returns String;
}

// Needs a role of the sample application.
@path    : '/odata/v4/admin'
@requires: 'admin'
service AdminService {
  function ping() returns String;
}

// Needs nobody, so an anonymous caller gets as far as the destination lookup.
@path    : '/odata/v4/open'
@requires: 'any'
service OpenService {
  entity FunctionalLocation as projection on s4.FunctionalLocation;
}
