package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendMessagesTest {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSSENC_REQUEST = 80877104;
    private static final int CANCEL_REQUEST = 80877102;
    private static final int PROTOCOL_3 = 196608;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final DataOutputStream client = new DataOutputStream(sent);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 4096})
    void shouldCountPipelinedMessagesInPiecesOfAnySize(int pieceLength) throws IOException {
        untyped(SSL_REQUEST, 0);
        untyped(GSSENC_REQUEST, 0);
        untyped(PROTOCOL_3, 300);
        typed('p', 40); // a password, sent before the first round trip
        typed('Q', 9);
        for (int i = 0; i < 3; i++) {
            typed('P', 600); // a body full of bytes that look like Sync
            typed('B', 0);
            typed('E', 9);
            typed('S', 0);
        }
        typed('X', 0);

        int roundTrips = readInPieces(pieceLength);

        assertThat(roundTrips).isEqualTo(4);
    }

    @Test
    void shouldCountASyncOnlyOnceItIsComplete() throws IOException {
        untyped(PROTOCOL_3, 0);
        typed('Q', 5);
        byte[] bytes = sent.toByteArray();
        FrontendMessages messages = new FrontendMessages();

        int beforeTheLastByte = messages.read(bytes, bytes.length - 1);

        assertThat(beforeTheLastByte).isZero();
        assertThat(messages.read(new byte[1], 1)).isEqualTo(1);
    }

    @Test
    void shouldCountNoRoundTripForACancelRequest() throws IOException {
        untyped(CANCEL_REQUEST, 8);

        assertThat(readInPieces(4096)).isZero();
    }

    @Test
    void shouldRefuseAnEncryptedConnection() throws IOException {
        untyped(SSL_REQUEST, 0);
        client.write(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, (byte) 0xfc});

        assertThatThrownBy(() -> readInPieces(4096)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldRefuseALengthThatIsTooSmallForItself() throws IOException {
        untyped(PROTOCOL_3, 0);
        client.writeByte('S');
        client.writeInt(3);

        assertThatThrownBy(() -> readInPieces(4096)).isInstanceOf(IOException.class);
    }

    private void untyped(int code, int bodyLength) throws IOException {
        client.writeInt(8 + bodyLength);
        client.writeInt(code);
        body(bodyLength);
    }

    private void typed(char type, int bodyLength) throws IOException {
        client.writeByte(type);
        client.writeInt(4 + bodyLength);
        body(bodyLength);
    }

    private void body(int length) throws IOException {
        byte[] looksLikeSync = {'S', 0, 0, 0, 4};
        for (int i = 0; i < length; i++) {
            client.write(looksLikeSync[i % looksLikeSync.length]);
        }
    }

    private int readInPieces(int pieceLength) throws IOException {
        FrontendMessages messages = new FrontendMessages();
        byte[] bytes = sent.toByteArray();
        int roundTrips = 0;
        for (int from = 0; from < bytes.length; from += pieceLength) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + pieceLength));
            roundTrips += messages.read(piece, piece.length);
        }
        return roundTrips;
    }
}
