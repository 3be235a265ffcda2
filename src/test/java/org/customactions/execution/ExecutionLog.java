package org.customactions.execution;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged of one organization's executions from its creation until it is closed. */
public final class ExecutionLog extends Handler implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("org.customactions.executions");

    private final String organization;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    public ExecutionLog(UUID organization) {
        this.organization = organization.toString();
        LOG.addHandler(this);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord logged) {
        var line = ExtLogRecord.wrap(logged).getFormattedMessage();
        if (line.contains(organization)) {
            lines.add(line);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
