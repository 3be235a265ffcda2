package org.customactions.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/** Reads a time that another program has left null as the epoch. */
@Converter
public class EpochIfNull implements AttributeConverter<Instant, Instant> {

    @Override
    public Instant convertToDatabaseColumn(Instant time) {
        return time;
    }

    @Override
    public Instant convertToEntityAttribute(Instant time) {
        return time == null ? Instant.EPOCH : time;
    }
}
