import type { ComposeService, IBackingService } from "../../compose/compose-service";
import type { ComposeValue } from "../../compose/compose-value";
import { DependencyCondition } from "../../compose/service/dependency-condition";

/** What the services that run the project have in common, those that are added later too. */
export class ApplicationServices {
  private readonly backing: [IBackingService, { [name: string]: string | ComposeValue } | undefined][] = [];
  private readonly running: ComposeService[] = [];
  private readonly first: ComposeService[] = [];
  private readonly developmentFirst: ComposeService[] = [];

  /** Has all of them use a service. */
  public addBackingService(service: IBackingService, environment?: { [name: string]: string | ComposeValue }): void {
    this.backing.push([service, environment]);
  }

  /** Has the services of production wait for one that runs to its end. */
  public addFirst(service: ComposeService): void {
    this.first.push(service);
  }

  /** Has the services of development wait for one that runs to its end. */
  public addDevelopmentFirst(service: ComposeService): void {
    this.developmentFirst.push(service);
  }

  /** Gives a service what they have in common. */
  public join(service: ComposeService): void {
    service.addDefaults({
      applyDefaults: (target) => {
        for (const [used, environment] of this.backing) target.addBackingService(used, environment);
      },
    });
  }

  /** The services of production that run all day. */
  public get started(): readonly ComposeService[] {
    return this.running;
  }

  /** Takes a service of production that runs all day: it waits for those that run first. */
  public waitFor(service: ComposeService): void {
    this.running.push(service);
    waitForAll(service, this.first);
  }

  /** Has a service of development wait for those that run first there. */
  public waitForDevelopment(service: ComposeService): void {
    waitForAll(service, this.developmentFirst);
  }
}

/** @param others are read when the file is rendered */
function waitForAll(service: ComposeService, others: readonly ComposeService[]): void {
  service.addDefaults({
    applyDefaults: (target) => {
      for (const each of others) target.addDependency(each, DependencyCondition.COMPLETED_SUCCESSFULLY);
    },
  });
}
