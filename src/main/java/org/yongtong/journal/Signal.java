package org.yongtong.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the readers of this node that a transaction with entries has been committed. */
@Component
class Signal {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Wakes the listeners once after the running transaction has been committed. */
  void afterCommit() {
    if (TransactionSynchronizationManager.isSynchronizationActive()
        && !TransactionSynchronizationManager.hasResource(this)) {
      TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
      TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
    }
  }

  private final class AfterCommit implements TransactionSynchronization {

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Signal.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Signal.this, Boolean.TRUE);
    }

    @Override
    public void afterCommit() {
      listeners.forEach(Runnable::run);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Signal.this);
    }
  }
}
