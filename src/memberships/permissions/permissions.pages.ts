import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { MATRIX_COLUMNS, permissionMatrix, type MatrixRow } from '../../access/permission-matrix.js';
import { Requires } from '../../access/requirement.js';
import { RouteBook } from '../../access/route-book.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { ROLES } from '../../identity/roles.js';
import { Page } from '../../web/answer/page.js';

/** The permission matrix, generated from the router and the policies as they are now. */
@ApiExcludeController()
@Controller('permissions')
export class PermissionsPages {
  constructor(
    private readonly routes: RouteBook,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('end', Membership)
  matrix(): Page {
    const rows = permissionMatrix(this.routes.routes(), this.access);
    return new Page('memberships/permissions/views/permissions.njk', {
      title: 'Who may call what',
      wide: true,
      columns: MATRIX_COLUMNS.map((column) => (column === 'VISITOR' ? 'Visitor' : ROLES[column].label)),
      rows: rows.map(asShown),
    });
  }
}

function asShown({ route, allowed }: MatrixRow) {
  const { method, path, requirement } = route;
  const asks = {
    act: () => (requirement.asks === 'act' ? `${requirement.verb} ${requirement.subject.name}` : ''),
    'sign-in': () => 'to be signed in',
    nothing: () => (requirement.asks === 'nothing' ? `nothing: ${requirement.because}` : ''),
  }[requirement.asks]();
  return { method, path, asks, cells: MATRIX_COLUMNS.map((column) => allowed[column]) };
}
