package org.defter.ingest.property;

import org.defter.core.id.PropertyId;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.core.property.PropertyCommand.ReviseProperty;
import org.defter.core.property.PropertyDefinition;
import org.defter.ingest.http.Caller;
import org.defter.ingest.http.Commands;
import org.defter.ingest.http.Commands.Answer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/properties")
class PropertyController {

  private final Commands commands;

  PropertyController(Commands commands) {
    this.commands = commands;
  }

  /** Defines a property; with If-Match, revises the one that is there. */
  @PutMapping("/{id}")
  ResponseEntity<Answer> put(
      @PathVariable PropertyId id, @RequestBody PropertyDefinition definition, Caller caller) {
    return caller.version() == null
        ? commands.create(caller, new DefineProperty(id, definition))
        : commands.change(caller, new ReviseProperty(id, caller.expectedVersion(), definition));
  }
}
